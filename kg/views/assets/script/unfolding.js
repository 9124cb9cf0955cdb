// Unfolded: every place where the chosen stand together is a node of its own, between who it is of and what it is about.

const MOST_UNFOLDED = 60;
const COLUMNS = { wide: [124, 360, 140, 46], narrow: [92, 164, 124, 14] }; // actors, places, territories, the gap
const SIDE_SIZE = 14;
const PLACE_SIZE = 12;
const BETWEEN = 8;

function unfolded() {
  const ids = state.unfold.split(" ");
  const all = [...kept].filter((place) => ids.every((id) => endsOf(facts[place]).includes(id)));
  const shown = all.slice(0, MOST_UNFOLDED);
  const columns = COLUMNS[isNarrow() ? "narrow" : "wide"];
  const middle = shown.map((place) => placeNode(place, columns[1]));
  const left = sideNodes(shown, (fact) => fact.who.map((id) => [id, "actor", actorLabel(id)]), columns[0]);
  const right = sideNodes(shown, aims, columns[2]);
  const title = {
    id: "u/title",
    group: "title",
    shape: "text",
    item: "title",
    label: `${ids.map(labelOfAny).join(", ")}: ${shown.length < all.length ? `${shown.length} of ` : ""}${plural(all.length, "place")}`,
  };
  return { ...placed(title, left, middle, right, columns), edges: unfoldedEdges(shown), lines: shown.length };
}

const endsOf = (fact) => [...fact.who, ...fact.about, ...(fact.target ? [`treaty/${fact.target}`] : [])];
const isTreaty = (words) => data.treaties.some((one) => one.label === words);

function aims(fact) {
  const places = fact.about.map((id) => [id, "territory", territoryLabel(id)]);
  return fact.target
    ? [...places, [`treaty/${fact.target}`, isTreaty(fact.target) ? "treaty" : "target", fact.target]]
    : places;
}

function labelOfAny(id) {
  if (has(actors, id)) return actorLabel(id);
  return id.startsWith("treaty/") ? id.slice(7) : territoryLabel(id);
}

function sideNodes(shown, ends, width) {
  const found = new Map();
  for (const place of shown) {
    for (const [item, group, text] of ends(facts[place])) {
      const node = found.get(item) || {
        id: `u/${item}`,
        item,
        group,
        shape: group === "territory" ? "ellipse" : "box",
        label: broken(text, SIDE_SIZE, width - (group === "territory" ? 46 : 24), 3),
        width,
        of: [],
      };
      node.of.push(place);
      found.set(item, node);
    }
  }
  for (const node of found.values())
    node.height = heightOf(node.label, SIDE_SIZE) * (node.group === "territory" ? 2 : 1) + 12;
  return [...found.values()];
}

function placeNode(place, width) {
  const fact = facts[place];
  const words = fact.passage
    .filter((segment) => segment[1] === "words")
    .map((segment) => segment[0])
    .join(" … ");
  const lines = width < 200 ? 4 : 2;
  const head = broken(
    [dateOf(fact), what(fact)].filter(Boolean).join(" · "),
    PLACE_SIZE,
    width - 16,
    width < 200 ? 2 : 1,
  );
  const label = `${head}\n${broken(`“${words.trim()}”`, PLACE_SIZE, width - 16, lines)}`;
  return {
    id: `u/${fact.id}`,
    item: fact.id,
    group: "place",
    shape: "box",
    label,
    width,
    height: heightOf(label, PLACE_SIZE) + 12,
    kind: fact.kind,
    stance: stanceOf(fact),
  };
}

// Three columns: the places below each other, and on both sides what they are of and about, each near its own. Lines
// end at the edges of a place, in sockets that are not seen.
function placed(title, left, middle, right, columns) {
  const [first, second, third, gap] = columns;
  const top = 2 * EDGE + TITLE;
  const high = (nodes) => nodes.reduce((sum, node) => sum + node.height + BETWEEN, 0);
  const inner = Math.max(...[left, middle, right].map(high));
  const places = { [title.id]: [EDGE + widthOf(title.label, TITLE) / 2, EDGE + TITLE * 0.6] };
  const center = {};
  let y = top + (inner - high(middle)) / 2;
  for (const node of middle) {
    center[node.item] = y + node.height / 2;
    places[node.id] = [EDGE + first + gap + second / 2, center[node.item]];
    for (const side of [0, 1]) places[`${node.id}/${side}`] = [EDGE + first + gap + side * second, center[node.item]];
    y += node.height + BETWEEN;
  }
  for (const [nodes, x] of [
    [left, EDGE + first / 2],
    [right, EDGE + first + second + 2 * gap + third / 2],
  ]) {
    for (const [node, at] of apart(nodes, center, top, top + inner)) places[node.id] = [x, at];
  }
  const size = [
    Math.max(2 * EDGE + first + second + third + 2 * gap, widthOf(title.label, TITLE) + 2 * EDGE),
    top + inner + EDGE,
  ];
  const sockets = middle.flatMap((node) =>
    [0, 1].map((side) => ({ ...node, id: `${node.id}/${side}`, group: "socket", shape: "dot" })),
  );
  const nodes = new Map([title, ...left, ...sockets, ...middle, ...right].map((node) => [node.id, node]));
  return { sheet: { size, cards: [[-1, 0, 0, ...size]], places }, nodes };
}

// Each node in the middle of its places, as far as none lies on another.
function apart(nodes, center, top, bottom) {
  const wanted = nodes.map((node) => [
    node,
    node.of.reduce((sum, place) => sum + center[facts[place].id], 0) / node.of.length,
  ]);
  wanted.sort((a, b) => a[1] - b[1]);
  let free = top;
  for (const one of wanted) {
    one[1] = Math.max(one[1], free + one[0].height / 2);
    free = one[1] + one[0].height / 2 + BETWEEN;
  }
  free = bottom;
  for (const one of wanted.reverse()) {
    one[1] = Math.min(one[1], free - one[0].height / 2);
    free = one[1] - one[0].height / 2 - BETWEEN;
  }
  return wanted;
}

function unfoldedEdges(shown) {
  return shown.flatMap((place) => {
    const fact = facts[place];
    const edge = (from, to, side) => ({
      id: `${from} ${to}/${side}`,
      from: `u/${from}`,
      to: `u/${to}`,
      item: fact.id,
      stance: stanceOf(fact) || "spoke",
    });
    return [
      ...fact.who.map((id) => edge(id, `${fact.id}/0`, 0)),
      ...aims(fact).map(([id]) => edge(`${fact.id}/1`, id, 1)),
    ];
  });
}
