// The panel beside the picture: the words behind whatever was chosen.

let opener = null;

function openPanel(heading, ...content) {
  if (byId("panel").hidden) opener = document.activeElement;
  byId("panel-heading").textContent = heading;
  byId("panel-body").replaceChildren(...content.filter(Boolean));
  byId("panel").hidden = false;
  byId("panel").scrollTop = 0;
  byId("panel-heading").focus({ preventScroll: true });
}

function closePanel() {
  if (byId("panel").hidden) return;
  byId("panel").hidden = true;
  if (network && state.view === "picture") {
    network.unselectAll();
    fit();
  }
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}

function factCard(fact) {
  const article = data.articles[fact.article];
  const about = targets(fact);
  const line = [fact.who.map((_, place) => speaker(fact, place)).join(", "), what(fact), about.join(", ")].filter(Boolean).join(" · ");
  const when = fact.date && fact.date !== article.date ? `${fact.date} · ` : "";
  const place = element("p", { class: "quiet" }, when, link(article.url, article.title));
  place.append([article.outlet, article.date].filter(Boolean).map((text) => ` · ${text}`).join(""));
  return element("div", { class: "fact" }, element("p", {}, line), passage(fact), place, element("code", {}, fact.id));
}

function factList(heading, places) {
  if (!places.length) return null;
  const shown = places.slice(0, ROWS);
  const more = places.length - shown.length;
  return element("section", {}, element("h3", {}, `${heading} (${places.length})`), ...shown.map((place) => factCard(facts[place])),
    more ? element("p", {}, `${more} more are in the list view.`) : null);
}

function showConnection(one) {
  const look = looks[one.stance];
  const articles = new Set(one.facts.map((place) => facts[place].article)).size;
  const own = new Set(one.facts);
  const others = where((fact) => fact.who.includes(one.actor) && fact.about.includes(one.territory)).filter((place) => !own.has(place));
  const whom = one.words.split("\n")[1];
  openPanel(
    `${actorLabel(one.actor)} ${look.words}${whom ? ` ${whom}` : ""}${/about$/.test(look.words) ? "" : ":"} ${territoryLabel(one.territory)}`,
    element("p", { class: "quiet" }, `${plural(one.facts.length, "place")} in ${plural(articles, "article")}. `, caution(one.stance)),
    ...one.facts.map((place) => factCard(facts[place])),
    factList(`More of ${actorLabel(one.actor)} on ${territoryLabel(one.territory)}`, others),
    element("p", {}, button(`All about ${actorLabel(one.actor)}`, () => showActor(one.actor)), " · ", button(`All about ${territoryLabel(one.territory)}`, () => showTerritory(one.territory))),
  );
  selectItems((item) => item === one.id);
}

function caution(stance) {
  if (stance === "controls") return "This is possession as the article tells it, and no claim.";
  return stance === "spoke" || stance === "thinks" ? "No position of the speaker was read in these words." : "This is the holder's position, as the article tells it.";
}

function connectionList(heading, list, label) {
  if (!list.length) return null;
  const items = list.map((one) => element("li", {}, button(label(one), () => showConnection(one))));
  return element("section", {}, element("h3", {}, heading), element("ul", {}, ...items));
}

function showTerritory(id) {
  const known = territories[id];
  const names = (known.names || []).reduce((all, [party, form]) => all.set(party, [...(all.get(party) || []), form]), new Map());
  const named = [...names].map(([party, forms]) => element("li", {}, `${actorLabel(party)}: ${forms.join(", ")}`));
  openPanel(
    known.label,
    known.whole ? element("p", {}, "Part of ", has(territories, known.whole) ? button(territoryLabel(known.whole), () => showTerritory(known.whole)) : known.whole) : null,
    named.length ? element("section", {}, element("h3", {}, "What the parties call it"), element("ul", {}, ...named)) : null,
    connectionList("Who stands where", connections.filter((one) => one.territory === id), (one) => `${actorLabel(one.actor)}: ${one.words.replace("\n", " ")}`),
    factList("Events", where((fact) => fact.kind === "event" && fact.about.includes(id))),
    element("p", {}, button("Everything about it, in the list", () => { closePanel(); choose({ territory: id, view: "list" }); })),
  );
  selectItems((item) => item === id);
}

function showActor(id) {
  const known = has(actors, id) ? actors[id] : { label: id, type: "" };
  const roles = [...new Set(facts.filter((fact) => fact.who[0] === id && fact.role).map((fact) => fact.role))];
  openPanel(
    known.label,
    element("p", {}, [known.type, ...roles].filter(Boolean).join(", ")),
    known.for ? element("p", {}, "Speaks for ", button(actorLabel(known.for), () => showActor(known.for))) : null,
    connectionList("Connected with", connections.filter((one) => one.actor === id), (one) => `${territoryLabel(one.territory)}: ${one.words.replace("\n", " ")}`),
    factList("On treaties, proposals and acts", where((fact) => fact.stance && fact.who.includes(id) && !fact.about.length)),
    factList("Takes part in", where((fact) => fact.kind === "event" && fact.who.includes(id))),
    element("p", {}, button("All of it, in the list", () => { closePanel(); choose({ actor: id, view: "list" }); })),
  );
  selectItems((item) => item === id);
}
