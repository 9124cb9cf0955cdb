// The panel beside the picture: opening and closing it, and the parts that it is made of.

let opener = null;

function openPanel(item, heading, ...content) {
  if (byId("panel").hidden) opener = document.activeElement;
  byId("panel-heading").textContent = heading;
  byId("panel-body").replaceChildren(...content.filter(Boolean));
  byId("panel").hidden = false;
  placePanel();
  byId("panel").scrollTop = 0;
  byId("panel-heading").focus({ preventScroll: true });
  state.item = item;
  remember();
}

// Beside the picture and below the controls, which stay in reach; on a phone it comes from below.
function placePanel() {
  const below = Math.max(0, Math.round(document.querySelector("header").getBoundingClientRect().bottom));
  byId("panel").style.top = window.innerWidth < NARROW ? "" : `${below}px`;
}

function closePanel() {
  if (byId("panel").hidden) return;
  byId("panel").hidden = true;
  state.item = "";
  remember();
  if (network && state.view === "picture") {
    network.unselectAll();
    fit();
  }
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}

// A connection is known by what it says, as its number changes from build to build.
const keyOf = (one) => `${one.actor} ${one.stance} ${one.territory}`;

// Opens whatever has this identifier; false where nothing has.
function openItem(item) {
  const connection = connectionOf.get(item) || connections.find((one) => keyOf(one) === item);
  const place = facts.findIndex((fact) => fact.id === item);
  if (connection) showConnection(connection);
  else if (has(territories, item)) showTerritory(item);
  else if (has(actors, item)) showActor(item);
  else if (place >= 0) showFact(place);
  else if (item.startsWith("treaty/")) showTreaty(item);
  else if (/^article \d+$/.test(item) && data.articles[item.slice(8)]) showArticle(Number(item.slice(8)));
  else return false;
  return true;
}

// --- what panels are made of

const narrowings = (id) => [
  ["Only its neighbours", () => focusOn(id)],
  ["Draw each place by itself", () => unfold(id)],
];

function focusOn(id) {
  closePanel();
  choose({ near: id, view: state.view === "map" ? "picture" : state.view, unfold: "" });
}

function unfold(...ids) {
  closePanel();
  choose({ unfold: ids.join(" "), view: "picture" });
}

// Buttons that do something with what the panel shows.
function choices(...all) {
  const buttons = all.filter(Boolean).flatMap(([text, action], place) => [place ? " · " : "", button(text, action)]);
  return element("p", {}, ...buttons);
}

function connectionList(heading, list, label) {
  if (!list.length) return null;
  const items = list.map((one) =>
    element(
      "li",
      {},
      button(label(one), () => openItem(one.id)),
    ),
  );
  return element("section", {}, element("h3", {}, heading), element("ul", {}, ...items));
}

function factList(heading, places) {
  if (!places.length) return null;
  const shown = places.slice(0, ROWS);
  const more = places.length - shown.length;
  return element(
    "section",
    {},
    element("h3", {}, `${heading} (${places.length})`),
    ...shown.map((place) => factCard(facts[place])),
    more ? element("p", {}, `${more} more are in the list view.`) : null,
  );
}
