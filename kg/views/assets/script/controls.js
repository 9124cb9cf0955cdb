// Search, filters and legend, and one function that shows what they ask for.

function option(select, value, text) {
  select.append(element("option", { value }, text));
}

function fillFilters() {
  option(byId("territory"), "", `all ${plural(disputes.length, "dispute")}`);
  disputes.forEach((one, number) => {
    option(byId("territory"), `dispute ${number}`, one.label);
    if (one.territories.length > 1) one.territories.forEach((id) => option(byId("territory"), id, `\u2003${territoryLabel(id)}`));
  });
  const speaking = [...new Set(facts.flatMap((fact) => fact.who))];
  const states = speaking.map((id) => (has(actors, id) ? actors[id].for : undefined)).filter((id) => id && has(actors, id));
  const listed = [...new Set([...speaking, ...states])].sort((a, b) => rank(a) - rank(b) || actorLabel(a).localeCompare(actorLabel(b), "en"));
  option(byId("actor"), "", `all ${plural(listed.length, "actor")}`);
  for (const id of listed) option(byId("actor"), id, actorLabel(id) + (states.includes(id) ? " and who speaks for it" : ""));
}

const rank = (id) => (has(actors, id) && actors[id].type === "state" ? 0 : 1);

function drawLegend() {
  const used = new Set((state.view === "picture" ? connections : facts).map((one) => (one.kind ? stanceOf(one) : one.stance)));
  state.stances.forEach((stance) => used.add(stance));
  const stances = Object.keys(looks).filter((stance) => used.has(stance));
  const shapes = [["land", "territory"], ["actor", "actor"]].map(([name, text]) => element("span", {}, element("i", { class: name }), text));
  const lines = stances.map((stance) => element("button", { type: "button", "aria-pressed": String(state.stances.has(stance)), on: () => toggle(stance) }, swatch(stance), looks[stance].words));
  byId("legend").replaceChildren(...shapes, ...lines);
  byId("legend").classList.toggle("some", state.stances.size > 0);
}

function toggle(stance) {
  const stances = new Set(state.stances);
  if (!stances.delete(stance)) stances.add(stance);
  const buttons = [...byId("legend").querySelectorAll("button")];
  const place = buttons.indexOf(document.activeElement);
  choose({ stances });
  if (place >= 0) byId("legend").querySelectorAll("button")[place].focus();
}

function choose(changes) {
  Object.assign(state, { rows: ROWS }, changes);
  show();
}

function show() {
  keep();
  drawLegend();
  byId("search").value === state.text || (byId("search").value = state.text);
  byId("territory").value = state.territory;
  byId("actor").value = state.actor;
  byId("as-picture").setAttribute("aria-pressed", String(state.view === "picture"));
  byId("as-list").setAttribute("aria-pressed", String(state.view === "list"));
  byId("picture").hidden = state.view !== "picture";
  byId("list").hidden = state.view !== "list";
  byId("reset").hidden = !isFiltered();
  const lines = state.view === "picture" ? drawPicture() : null;
  if (state.view === "list") drawList(state.rows);
  tell(lines);
  remember();
}

function tell(lines) {
  const matching = connections.filter(keptConnection).length;
  const some = lines !== null && drawn.cards.size < disputes.length ? ` in ${drawn.cards.size} of ${plural(disputes.length, "dispute")}` : "";
  const rest = lines !== null && lines < matching ? ", the weightiest; click a title to see all of its lines" : "";
  byId("status").textContent = lines === null
    ? `Showing ${kept.size.toLocaleString("en")} of ${plural(facts.length, "position, statement and event", "positions, statements and events")}.`
    : `Showing ${lines.toLocaleString("en")} of ${plural(connections.length, "line")}${some}${rest}. (2) means: in two places. Click a line to read the words.`;
}
