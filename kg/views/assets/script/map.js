// The map: coasts without borders, and a circle for each disputed place, as large as what is said of it.

const WORLD = [-180, -60, 180, 84]; // west, south, east, north
const SMALLEST_SPAN = 7; // degrees of latitude and longitude that a map of one dispute shows at least
const LARGEST = 24; // pixels from the middle of a circle to its edge
const LETTERS = 13;
const SVG = "http://www.w3.org/2000/svg";

function drawMap() {
  const shown = marks();
  const room = byId("map-canvas");
  const width = Math.max(320, room.clientWidth || 1200);
  const isWorld = !state.territory || !shown.length;
  const tall = isWorld
    ? (width * (WORLD[3] - WORLD[1])) / 360
    : Math.max(300, Math.min(width * 0.55, window.innerHeight - 190));
  const height = Math.round(tall);
  const at = projection(isWorld ? WORLD : around(shown), width, height);
  const svg = drawing("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "group",
    "aria-label": "Map of the disputed places",
  });
  svg.append(
    drawing("rect", { width, height, fill: color("sea") }),
    drawing("path", { d: coast(at), fill: color("ground"), stroke: color("line"), "stroke-width": 0.6 }),
  );
  for (const one of shown) [one.x, one.y] = at.place(one.point);
  const labels = placeLabels(shown, width, height);
  for (const one of shown) svg.append(circle(one));
  for (const one of labels) svg.append(one);
  room.replaceChildren(svg);
  byId("world").hidden = !state.territory;
}

// One mark for each dispute; where one dispute is chosen, one for each of its territories.
function marks() {
  const said = new Map();
  for (const place of kept) for (const id of facts[place].about) said.set(id, (said.get(id) || new Set()).add(place));
  const placed = (id) => has(territories, id) && territories[id].point && said.has(id);
  const one = (id, label, ids, action) => {
    const count = new Set(ids.flatMap((each) => [...said.get(each)])).size;
    return { id, label, count, point: middle(ids), action };
  };
  const found = state.territory
    ? [...said.keys()]
        .filter((id) => placed(id) && ofDispute(id))
        .map((id) => one(id, territoryLabel(id), [id], () => openItem(id)))
    : disputes
        .map((dispute, number) => [number, dispute.territories.filter(placed)])
        .filter((each) => each[1].length)
        .map(([number, ids]) =>
          one(`dispute ${number}`, disputes[number].label, ids, () => choose({ territory: `dispute ${number}` })),
        );
  const most = Math.max(...found.map((each) => each.count));
  for (const each of found) each.radius = LARGEST * Math.max(0.2, Math.sqrt(each.count / most));
  return found.sort((a, b) => b.count - a.count);
}

function middle(ids) {
  const mean = (axis) => ids.reduce((sum, id) => sum + territories[id].point[axis], 0) / ids.length;
  return [mean(0), mean(1)];
}

function around(shown) {
  const spread = (axis) => {
    const ends = shown.map((one) => one.point[axis]);
    const center = (Math.min(...ends) + Math.max(...ends)) / 2;
    const half = Math.max(SMALLEST_SPAN / 2, (Math.max(...ends) - Math.min(...ends)) * 0.75);
    return [center - half, center + half];
  };
  const [[west, east], [south, north]] = [spread(0), spread(1)];
  return [west, south, east, north];
}

function drawing(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function circle(one) {
  const told = `${one.label}: ${plural(one.count, "place")}`;
  const made = drawing(
    "circle",
    {
      cx: one.x.toFixed(1),
      cy: one.y.toFixed(1),
      r: one.radius.toFixed(1),
      fill: color("land"),
      "fill-opacity": 0.75,
      stroke: color("card"),
      "stroke-width": 1.5,
      role: "button",
      tabindex: 0,
      "aria-label": told,
    },
    drawing("title", {}, told),
  );
  made.addEventListener("click", one.action);
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    one.action();
  });
  return made;
}

// Labels beside their circles where they lie on nothing else; the weightiest choose first, and the last may go without.
function placeLabels(shown, width, height) {
  const taken = shown.map((one) => [one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius]);
  const isFree = (box) =>
    box[0] >= 0 &&
    box[1] >= 0 &&
    box[2] <= width &&
    box[3] <= height &&
    !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
  const labels = [];
  for (const one of shown) {
    const text = `${one.label} (${thousands(one.count)})`;
    const spot = spots(one, widthOf(text, LETTERS) * 1.05 + 4).find(isFree);
    if (!spot) continue;
    taken.push(spot);
    labels.push(
      drawing(
        "text",
        {
          x: (spot[0] + 2).toFixed(1),
          y: (spot[3] - 4).toFixed(1),
          "font-size": LETTERS,
          "font-family": FACE,
          fill: color("text"),
          stroke: color("page"),
          "stroke-width": 3,
          "paint-order": "stroke",
          "aria-hidden": "true",
          "pointer-events": "none",
        },
        text,
      ),
    );
  }
  return labels;
}

function spots(one, wide) {
  const high = LETTERS + 5;
  const [right, left] = [one.x + one.radius + 2, one.x - one.radius - 2 - wide];
  const lines = [-0.5, -1, 0, -1.6, 0.6].map((share) => one.y + share * high);
  const beside = lines.flatMap((y) => [
    [right, y],
    [left, y],
  ]);
  const stacked = [
    [one.x - wide / 2, one.y - one.radius - high - 1],
    [one.x - wide / 2, one.y + one.radius + 1],
  ];
  return [...beside, ...stacked].map(([x, y]) => [x, y, x + wide, y + high]);
}

function mapTold() {
  const shown = byId("map-canvas").querySelectorAll("circle").length;
  const lost = [...new Set([...kept].flatMap((place) => facts[place].about))].filter(
    (id) => !has(territories, id) || !territories[id].point,
  ).length;
  const rest = lost ? ` ${plural(lost, "territory has", "territories have")} no place in the tables.` : "";
  return `${plural(shown, state.territory ? "territory" : "dispute", state.territory ? "territories" : "disputes")} on the map, each as large as the number of places in the articles that speak of it. The map draws no borders.${rest}`;
}
