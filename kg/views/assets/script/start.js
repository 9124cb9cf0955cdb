// Beginning: fill the controls, listen to them, show.

function notes() {
  const apart = facts.filter((fact) => fact.stance && !fact.about.length).length;
  const told = [];
  if (apart)
    told.push(
      `${plural(apart, "position")} on treaties, proposals and acts ${apart === 1 ? "is" : "are"} in the list, not in the picture.`,
    );
  if (data.untold)
    told.push(
      `${plural(data.untold, "statement or event", "statements and events")} that ${data.untold === 1 ? "names" : "name"} no territory ${data.untold === 1 ? "is" : "are"} not on this page; kg ask who-said-what lists them.`,
    );
  byId("notes").textContent = told.join(" ");
}

const click = (id, action) => byId(id).addEventListener("click", action);

function listenToControls() {
  byId("tools").addEventListener("submit", (event) => event.preventDefault());
  byId("search").addEventListener("input", () => choose({ text: byId("search").value }));
  for (const id of CHOICES) byId(id).addEventListener("change", () => choose({ [id]: byId(id).value, unfold: "" }));
  for (const id of ["from", "to"]) byId(id).addEventListener("input", () => chooseTime(id));
  for (const view of VIEWS) click(`as-${view}`, () => choose({ view }));
  click("play", play);
  click("further", () => openFurther(byId("more-tools").hidden));
  click("reset", () => {
    stopPlaying();
    choose({ ...NOTHING, stances: new Set(), names: "" });
    byId("search").focus();
  });
  click("fold", () => choose({ unfold: "" }));
  click("world", () => choose({ territory: "" }));
  click("to-list", (event) => {
    event.preventDefault();
    choose({ view: "list" });
    byId("list-heading").focus();
  });
  click("more", () => choose({ rows: state.rows + ROWS }));
  click("close", closePanel);
  click("closer", () => zoom(1.25));
  click("farther", () => zoom(0.8));
  click("whole", fit);
  click("save-picture", savePicture);
  click("save-corrections", saveCorrections);
  click("print", () => window.print());
}

function listenToWindow() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closePanel();
  });
  dark.addEventListener("change", show);
  window.addEventListener("hashchange", begin);
  window.addEventListener("scroll", placePanel, { passive: true });
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
  window.addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      show();
    }
  });
}

// On paper stands the picture or the map, on white, and below it all of the list.
function print(isPrinting) {
  document.documentElement.classList.toggle("printing", isPrinting);
  show();
  if (isPrinting) drawList(facts.length);
}

function begin() {
  const item = recall();
  if (namingParty()) fillTerritories();
  openFurther(!byId("more-tools").hidden || HIDDEN.some((name) => state[name]));
  show();
  if (item) openItem(item);
}

fillFilters();
fillNames();
listenToControls();
listenToWindow();
notes();
begin();
