// Beginning: fill the controls, listen to them, show.

function notes() {
  const apart = facts.filter((fact) => fact.stance && !fact.about.length).length;
  const told = [];
  if (apart) told.push(`${plural(apart, "position")} on treaties, proposals and acts ${apart === 1 ? "is" : "are"} in the list, not in the picture.`);
  if (data.untold) told.push(`${plural(data.untold, "statement or event", "statements and events")} that ${data.untold === 1 ? "names" : "name"} no territory ${data.untold === 1 ? "is" : "are"} not on this page; kg ask who-said-what lists them.`);
  byId("notes").textContent = told.join(" ");
}

function listen() {
  byId("tools").addEventListener("submit", (event) => event.preventDefault());
  byId("search").addEventListener("input", () => choose({ text: byId("search").value }));
  byId("territory").addEventListener("change", () => choose({ territory: byId("territory").value }));
  byId("actor").addEventListener("change", () => choose({ actor: byId("actor").value }));
  byId("reset").addEventListener("click", () => { choose({ text: "", territory: "", actor: "", stances: new Set() }); byId("search").focus(); });
  byId("as-picture").addEventListener("click", () => choose({ view: "picture" }));
  byId("as-list").addEventListener("click", () => choose({ view: "list" }));
  byId("to-list").addEventListener("click", (event) => { event.preventDefault(); choose({ view: "list" }); byId("list-heading").focus(); });
  byId("more").addEventListener("click", () => choose({ rows: state.rows + ROWS }));
  byId("close").addEventListener("click", closePanel);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") closePanel(); });
  byId("closer").addEventListener("click", () => zoom(1.25));
  byId("farther").addEventListener("click", () => zoom(0.8));
  byId("whole").addEventListener("click", fit);
  dark.addEventListener("change", show);
  window.addEventListener("hashchange", () => { recall(); show(); });
  window.addEventListener("beforeprint", () => drawList(facts.length));
  let width = window.innerWidth;
  window.addEventListener("resize", () => { if (window.innerWidth !== width) { width = window.innerWidth; show(); } });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, position: network.getViewPosition(), animation: false });
}

fillFilters();
recall();
listen();
notes();
show();
