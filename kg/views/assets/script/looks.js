// The colours of the page and of each stance, and how nodes and lines look.

const dark = window.matchMedia("(prefers-color-scheme: dark)");

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const isDark = () => dark.matches && !document.documentElement.classList.contains("printing"); // paper is white
const stanceColor = (stance) => looks[stance][isDark() ? "dark" : "light"];

function styledNode(node) {
  const [x, y] = scene.sheet.places[node.id];
  const known = { id: node.id, label: node.label, shape: node.shape, x, y, fixed: true, shadow: false };
  const box = { margin: { top: 4, bottom: 4, left: 5, right: 5 }, widthConstraint: { minimum: node.width - 10 } };
  if (node.group === "territory") {
    return {
      ...known,
      color: both(color("land"), color("land")),
      font: { face: FACE, size: 15, color: color("on-land") },
      borderWidth: 1,
    };
  }
  if (node.group === "title") {
    return { ...known, font: { face: FACE, size: TITLE, color: color("text") } };
  }
  if (node.group === "socket")
    return { id: node.id, shape: "dot", size: 0.1, x, y, fixed: true, borderWidth: 0, color: color("card") };
  if (node.group === "place") return { ...known, ...styledPlace(node) };
  if (node.group === "words") {
    const stance = connectionOf.get(node.item).stance;
    const quiet = {
      margin: { top: 1, bottom: 1, left: 2, right: 2 },
      shapeProperties: { borderRadius: 2 },
      borderWidth: 0,
    };
    return {
      ...known,
      ...quiet,
      color: both(color("card"), color("card")),
      font: { face: FACE, size: 12, color: stanceColor(stance) },
    };
  }
  if (node.group === "treaty" || node.group === "target") {
    const dashes = { shapeProperties: { borderRadius: 0, borderDashes: node.group === "treaty" ? [6, 3] : false } };
    const width = node.group === "treaty" ? 2 : 0;
    return {
      ...known,
      ...box,
      ...dashes,
      borderWidth: width,
      color: both(color("card"), color("quiet")),
      font: { face: FACE, size: SIDE_SIZE, color: color("text") },
    };
  }
  const type = has(actors, node.item) ? actors[node.item].type : "";
  const border = type === "state" ? { borderWidth: 2 } : { borderWidth: 1 };
  return {
    ...known,
    ...box,
    ...border,
    shapeProperties: { borderRadius: 8 },
    color: both(color("actor"), color("quiet")),
    font: { face: FACE, size: 14, color: color("text") },
  };
}

// The border tells the kind: a position has the line of its stance, a statement is round, an attitude dotted, an event thick.
function styledPlace(node) {
  const border = {
    position: {
      shade: stanceColor(node.stance || "spoke"),
      borderWidth: 2,
      borderRadius: 3,
      borderDashes: (looks[node.stance] || {}).dashes || [],
    },
    statement: { shade: color("quiet"), borderWidth: 1, borderRadius: 9, borderDashes: [] },
    attitude: { shade: color("quiet"), borderWidth: 1, borderRadius: 9, borderDashes: [2, 3] },
    event: { shade: color("text"), borderWidth: 3, borderRadius: 0, borderDashes: [] },
  }[node.kind];
  return {
    shapeProperties: {
      borderRadius: border.borderRadius,
      borderDashes: border.borderDashes.length ? border.borderDashes : false,
    },
    borderWidth: border.borderWidth,
    color: both(color("card"), border.shade),
    margin: { top: 5, bottom: 5, left: 7, right: 7 },
    widthConstraint: { minimum: node.width - 16 },
    font: { face: FACE, size: PLACE_SIZE, align: "left", color: color("text") },
  };
}

function both(background, border) {
  const pressed = { background, border: color("focus") };
  return { background, border, highlight: pressed, hover: pressed };
}

function styledEdge(edge) {
  const look = looks[edge.stance];
  const shade = stanceColor(edge.stance);
  const last = edge.id.endsWith("/1");
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: look.width,
    dashes: look.dashes.length ? look.dashes : false,
    color: { color: shade, highlight: shade, hover: shade },
    hoverWidth: 1,
    selectionWidth: 2,
    arrows: last ? { to: { enabled: true, scaleFactor: 0.5 } } : "",
  };
}

function swatch(stance) {
  const look = looks[stance];
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "line");
  for (const [name, value] of [
    ["width", 22],
    ["height", 8],
    ["aria-hidden", "true"],
  ])
    svg.setAttribute(name, value);
  const settings = {
    x1: 0,
    x2: 22,
    y1: 4,
    y2: 4,
    stroke: stanceColor(stance),
    "stroke-width": look.width,
    "stroke-dasharray": look.dashes.join(" "),
  };
  for (const [name, value] of Object.entries(settings)) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}
