// What the panel tells of a connection, a territory, an actor, a treaty, or one place in an article.

function showConnection(one) {
  const look = looks[one.stance];
  const own = new Set(one.facts);
  const others = placesWhere((fact) => fact.who.includes(one.actor) && fact.about.includes(one.territory)).filter(
    (place) => !own.has(place),
  );
  const left = one.facts.filter((place) => kept.has(place));
  const shown = left.length ? left : one.facts;
  const articles = new Set(shown.map((place) => facts[place].article)).size;
  const whom = one.words.split("\n")[1];
  openPanel(
    keyOf(one),
    `${actorLabel(one.actor)} ${look.words}${whom ? ` ${whom}` : ""}${/about$/.test(look.words) ? "" : ":"} ${fullLabel(one.territory)}`,
    element(
      "p",
      { class: "quiet" },
      `${plural(shown.length, "place")} in ${plural(articles, "article")}. `,
      caution(one.stance),
      one.undisputed ? " No article here says that another holds it." : null,
    ),
    ...shown.slice(0, ROWS).map((place) => factCard(facts[place])),
    factList(
      "Places that the filters leave out",
      one.facts.filter((place) => !shown.includes(place)),
    ),
    factList(`More of ${actorLabel(one.actor)} on ${territoryLabel(one.territory)}`, others),
    choices(
      ["Draw each place by itself", () => unfold(one.actor, one.territory)],
      [`All about ${actorLabel(one.actor)}`, () => openItem(one.actor)],
      [`All about ${territoryLabel(one.territory)}`, () => openItem(one.territory)],
    ),
  );
  selectItem(one.id);
}

function caution(stance) {
  if (stance === "controls") return "This is possession as the article tells it, and no claim.";
  return stance === "spoke" || stance === "thinks"
    ? "No position of the speaker was read in these words."
    : "This is the holder's position, as the article tells it.";
}

function showTerritory(id) {
  const known = territories[id];
  const names = known.names.reduce(
    (all, [party, form]) => all.set(party, [...(all.get(party) || []), form]),
    new Map(),
  );
  const named = [...names].map(([party, forms]) => element("li", {}, `${actorLabel(party)}: ${forms.join(", ")}`));
  openPanel(
    id,
    fullLabel(id),
    known.whole
      ? element(
          "p",
          {},
          "Part of ",
          has(territories, known.whole)
            ? button(territoryLabel(known.whole), () => openItem(known.whole))
            : known.whole,
        )
      : null,
    choices(...narrowings(id), known.point ? ["On the map", () => choose({ view: "map", territory: id })] : null),
    named.length
      ? element("section", {}, element("h3", {}, "What the parties call it"), element("ul", {}, ...named))
      : null,
    connectionList(
      "Who stands where",
      connections.filter((one) => one.territory === id),
      (one) => `${actorLabel(one.actor)}: ${one.words.replace("\n", " ")}`,
    ),
    factList(
      "Events",
      placesWhere((fact) => fact.kind === "event" && fact.about.includes(id)),
    ),
    choices([
      "Everything about it, in the list",
      () => {
        closePanel();
        choose({ territory: id, view: "list" });
      },
    ]),
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
    known.for
      ? element(
          "p",
          {},
          "Speaks for ",
          button(actorLabel(known.for), () => openItem(known.for)),
        )
      : null,
    choices(...narrowings(id)),
    connectionList(
      "Connected with",
      connections.filter((one) => one.actor === id),
      (one) => `${territoryLabel(one.territory)}: ${one.words.replace("\n", " ")}`,
    ),
    factList(
      "On treaties, proposals and acts",
      placesWhere((fact) => fact.stance && fact.who.includes(id) && !fact.about.length),
    ),
    factList(
      "Takes part in",
      placesWhere((fact) => fact.kind === "event" && fact.who.includes(id)),
    ),
    choices([
      "All of it, in the list",
      () => {
        closePanel();
        choose({ actor: id, view: "list" });
      },
    ]),
  );
  selectItem(id);
}

function showTreaty(item) {
  const treaty = data.treaties.find((one) => `treaty/${one.label}` === item);
  const told = treaty ? `${treaty.kind}, named in ${plural(treaty.articles, "article")}` : "";
  const on = placesWhere((fact) => fact.target === item.slice(7));
  openPanel(
    item,
    item.slice(7),
    told ? element("p", {}, told) : null,
    on.length ? choices(["Draw each place by itself", () => unfold(item)]) : null,
    factList("Positions on it", on),
  );
  selectItem(item);
}

function showFact(place) {
  const fact = facts[place];
  openPanel(fact.id, `${fact.who.map(actorLabel).join(", ")} ${what(fact)}`.trim(), factCard(fact));
  selectItem(fact.id);
}
