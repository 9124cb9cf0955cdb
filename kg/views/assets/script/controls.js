// Search, filters and legend: what they offer, and how they show what is chosen.

const CHOICES = ["territory", "actor", "kind", "outlet", "names", "holds"]; // the selects
const HIDDEN = ["kind", "outlet", "from", "to", "names", "holds"]; // what the first row does not hold

function option(id, value, text) {
  byId(id).append(element("option", { value }, text));
}

function fillFilters() {
  fillTerritories();
  fillActors();
  option("kind", "", "all kinds");
  for (const kind of Object.keys(KINDS).filter((one) => facts.some((fact) => fact.kind === one)))
    option("kind", kind, KINDS[kind]);
  const outlets = [...new Set(data.articles.map((one) => one.outlet).filter(Boolean))].sort(inOrder);
  option("outlet", "", `all ${plural(outlets.length, "outlet")}`);
  for (const outlet of outlets) option("outlet", outlet, outlet);
  byId("outlet").closest("label").hidden = outlets.length < 2;
  option("names", "", "usual English names");
  for (const party of namers()) option("names", party, `as ${actorLabel(party)} names it`);
  option("holds", "", "what the articles say");
  option("holds", UNDISPUTED, "what nobody here disputes");
  for (const party of parties()) option("holds", party, `as ${actorLabel(party)} holds`);
  fillPeriods();
}

function fillTerritories() {
  byId("territory").replaceChildren();
  option("territory", "", `all ${plural(disputes.length, "dispute")}`);
  disputes.forEach((one, number) => {
    option("territory", `dispute ${number}`, one.label);
    if (one.territories.length > 1)
      one.territories.forEach((id) => option("territory", id, `\u2003${territoryLabel(id)}`));
  });
}

function fillActors() {
  const speaking = [...new Set(facts.flatMap((fact) => fact.who))];
  const states = new Set(
    speaking.map((id) => (has(actors, id) ? actors[id].for : undefined)).filter((id) => id && has(actors, id)),
  );
  const listed = [...new Set([...speaking, ...states])].sort((a, b) => rank(a) - rank(b) || byLabel(a, b));
  option("actor", "", `all ${plural(listed.length, "actor")}`);
  for (const id of listed) option("actor", id, actorLabel(id) + (states.has(id) ? " and who speaks for it" : ""));
}

const rank = (id) => (has(actors, id) && actors[id].type === "state" ? 0 : 1);

// The states that hold a position of their own, or for which somebody does.
function parties() {
  const held = connections.filter((one) => !["spoke", "thinks", "controls"].includes(one.stance));
  const found = new Set(held.flatMap((one) => upward(one.actor, actors, "for")));
  return [...found].filter((id) => rank(id) === 0).sort(byLabel);
}

function drawLegend() {
  const used = new Set(
    (state.view === "list" ? facts : connections).map((one) => (one.kind ? stanceOf(one) : one.stance)),
  );
  state.stances.forEach((stance) => used.add(stance));
  const stances = Object.keys(looks).filter((stance) => used.has(stance));
  const single = [
    ["said", "statement"],
    ["thought", "attitude"],
    ["happened", "event"],
    ["treaty", "treaty"],
  ];
  const shapes = [["land", "territory"], ["actor", "actor"], ...(state.unfold ? single : [])].map(([name, text]) =>
    element("span", {}, element("i", { class: name }), text),
  );
  const lines = stances.map((stance) =>
    element(
      "button",
      { type: "button", "aria-pressed": String(state.stances.has(stance)), on: () => toggle(stance) },
      swatch(stance),
      looks[stance].words,
    ),
  );
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

function showControls() {
  if (byId("search").value !== state.text) byId("search").value = state.text;
  for (const id of CHOICES) byId(id).value = state[id];
  showPeriod();
  for (const view of VIEWS) {
    byId(`as-${view}`).setAttribute("aria-pressed", String(state.view === view));
    byId(view).hidden = state.view !== view;
  }
  byId("reset").hidden = !isFiltered() && !state.names;
  byId("fold").hidden = !state.unfold;
  const number = HIDDEN.filter((name) => state[name]).length;
  byId("further").textContent = `More filters${number ? ` (${number} set)` : ""}`;
  byId("save-picture").hidden = state.view === "list";
}

function openFurther(isOpen) {
  byId("more-tools").hidden = !isOpen;
  byId("tools").classList.toggle("open", isOpen);
  byId("further").setAttribute("aria-expanded", String(isOpen));
}
