// One way for every choice: the choice is made, what it keeps is found, and all of the page shows it.

function choose(changes) {
  const names = namingParty();
  Object.assign(state, { rows: ROWS }, changes);
  if (namingParty() !== names) fillTerritories();
  show();
}

function show() {
  keep();
  drawLegend();
  showControls();
  if (state.view === "picture") drawPicture();
  else if (state.view === "map") drawMap();
  else drawList(state.rows);
  byId("status").textContent = [viewTold(), told()].filter(Boolean).join(" ");
  placePanel();
  remember();
}

function told() {
  if (state.view === "list")
    return `Showing ${thousands(kept.size)} of ${plural(facts.length, "position, statement and event", "positions, statements and events")}.`;
  if (state.view === "map") return mapTold();
  if (state.unfold)
    return `Each box is one place in an article: ${[...scene.nodes.values()][0].label}. Click it to read the words.`;
  const number = scene.sheet.cards.length;
  const some = number < disputes.length ? ` in ${number} of ${plural(disputes.length, "dispute")}` : "";
  const rest = scene.lines < keptLines.length ? ", the weightiest; click a title to see all of its lines" : "";
  return `Showing ${thousands(scene.lines)} of ${plural(connections.length, "line")}${some}${rest}. (2) means: in two places. Click a line to read the words.`;
}

// What the chosen view leaves out, so that nobody takes it for the whole.
function viewTold() {
  const near = state.near ? `Only ${labelOfAny(state.near)} and its neighbours.` : "";
  if (!state.holds) return near;
  if (state.holds === UNDISPUTED)
    return `Only who is said to hold a place, where no article here says otherwise, and what is told as having happened; no claims, for they are what is disputed. ${near}`;
  const name = actorLabel(state.holds);
  return `Only what ${name} and those who speak for it hold and say, in the names that ${name} uses; others disagree. ${near}`;
}
