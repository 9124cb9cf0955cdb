// The panel beside the picture: opening, closing, and what it holds for whatever was chosen.

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

function showConnection(one) {
  const look = looks[one.stance];
  const own = new Set(one.facts);
  const others = placesWhere((fact) => fact.who.includes(one.actor) && fact.about.includes(one.territory)).filter((place) => !own.has(place));
  const left = one.facts.filter((place) => kept.has(place));
  const shown = left.length ? left : one.facts;
  const articles = new Set(shown.map((place) => facts[place].article)).size;
  const whom = one.words.split("\n")[1];
  openPanel(
    keyOf(one),
    `${actorLabel(one.actor)} ${look.words}${whom ? ` ${whom}` : ""}${/about$/.test(look.words) ? "" : ":"} ${fullLabel(one.territory)}`,
    element("p", { class: "quiet" }, `${plural(shown.length, "place")} in ${plural(articles, "article")}. `, caution(one.stance),
      one.undisputed ? " No article here says that another holds it." : null),
    ...shown.slice(0, ROWS).map((place) => factCard(facts[place])),
    factList("Places that the filters leave out", one.facts.filter((place) => !shown.includes(place))),
    factList(`More of ${actorLabel(one.actor)} on ${territoryLabel(one.territory)}`, others),
    choices(["Draw each place by itself", () => unfold(one.actor, one.territory)], [`All about ${actorLabel(one.actor)}`, () => openItem(one.actor)],
      [`All about ${territoryLabel(one.territory)}`, () => openItem(one.territory)]),
  );
  selectItem(one.id);
}

function caution(stance) {
  if (stance === "controls") return "This is possession as the article tells it, and no claim.";
  return stance === "spoke" || stance === "thinks" ? "No position of the speaker was read in these words." : "This is the holder's position, as the article tells it.";
}

function showTerritory(id) {
  const known = territories[id];
  const names = known.names.reduce((all, [party, form]) => all.set(party, [...(all.get(party) || []), form]), new Map());
  const named = [...names].map(([party, forms]) => element("li", {}, `${actorLabel(party)}: ${forms.join(", ")}`));
  openPanel(
    id,
    fullLabel(id),
    known.whole ? element("p", {}, "Part of ", has(territories, known.whole) ? button(territoryLabel(known.whole), () => openItem(known.whole)) : known.whole) : null,
    choices(...narrowings(id), known.point ? ["On the map", () => choose({ view: "map", territory: id })] : null),
    named.length ? element("section", {}, element("h3", {}, "What the parties call it"), element("ul", {}, ...named)) : null,
    connectionList("Who stands where", connections.filter((one) => one.territory === id), (one) => `${actorLabel(one.actor)}: ${one.words.replace("\n", " ")}`),
    factList("Events", placesWhere((fact) => fact.kind === "event" && fact.about.includes(id))),
    choices(["Everything about it, in the list", () => { closePanel(); choose({ territory: id, view: "list" }); }]),
  );
  selectItem(id);
}

function showActor(id) {
  const known = has(actors, id) ? actors[id] : { label: id, type: "" };
  const roles = [...new Set(facts.filter((fact) => fact.who[0] === id && fact.role).map((fact) => fact.role))];
  openPanel(
    id,
    known.label,
    element("p", {}, [known.type, ...roles].filter(Boolean).join(", ")),
    known.for ? element("p", {}, "Speaks for ", button(actorLabel(known.for), () => openItem(known.for))) : null,
    choices(...narrowings(id)),
    connectionList("Connected with", connections.filter((one) => one.actor === id), (one) => `${territoryLabel(one.territory)}: ${one.words.replace("\n", " ")}`),
    factList("On treaties, proposals and acts", placesWhere((fact) => fact.stance && fact.who.includes(id) && !fact.about.length)),
    factList("Takes part in", placesWhere((fact) => fact.kind === "event" && fact.who.includes(id))),
    choices(["All of it, in the list", () => { closePanel(); choose({ actor: id, view: "list" }); }]),
  );
  selectItem(id);
}

function showTreaty(item) {
  const treaty = data.treaties.find((one) => `treaty/${one.label}` === item);
  const told = treaty ? `${treaty.kind}, named in ${plural(treaty.articles, "article")}` : "";
  const on = placesWhere((fact) => fact.target === item.slice(7));
  openPanel(item, item.slice(7), told ? element("p", {}, told) : null,
    on.length ? choices(["Draw each place by itself", () => unfold(item)]) : null, factList("Positions on it", on));
  selectItem(item);
}

function showFact(place) {
  const fact = facts[place];
  openPanel(fact.id, `${fact.who.map(actorLabel).join(", ")} ${what(fact)}`.trim(), factCard(fact));
  selectItem(fact.id);
}

// --- what panels are made of

const narrowings = (id) => [["Only its neighbours", () => focusOn(id)], ["Draw each place by itself", () => unfold(id)]];

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
  const items = list.map((one) => element("li", {}, button(label(one), () => openItem(one.id))));
  return element("section", {}, element("h3", {}, heading), element("ul", {}, ...items));
}

function factList(heading, places) {
  if (!places.length) return null;
  const shown = places.slice(0, ROWS);
  const more = places.length - shown.length;
  return element("section", {}, element("h3", {}, `${heading} (${places.length})`), ...shown.map((place) => factCard(facts[place])),
    more ? element("p", {}, `${more} more are in the list view.`) : null);
}
