// The picture: drawing what is kept, fitting it, and what a click on it opens.

const canvas = byId("canvas");

let network = null;
let scene = null; // what is drawn: { sheet, nodes (by identifier), edges, lines (how many connections) }

const isNarrow = () => canvas.clientWidth < NARROW;

function drawPicture() {
  scene = state.unfold ? unfolded() : gathered();
  const nodes = [...scene.nodes.values()].map(styledNode);
  const edges = scene.edges.map(styledEdge);
  if (network) network.setData({ nodes, edges });
  else startNetwork(nodes, edges);
  fit();
}

// One line for each holder, stance and territory, on the cards of their disputes.
function gathered() {
  const sheet = layout();
  const lines = new Set(keptLines.filter((one) => has(sheet.places, `${one.dispute}/${one.id}`)).map((one) => one.id));
  const edges = picture.edges.filter((edge) => lines.has(edge.item));
  const ends = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const numbers = new Set([...ends].map((id) => Number(id.split("/")[0])));
  const cards = sheet.cards.filter((card) => numbers.has(card[0]));
  const nodes = picture.nodes.filter((node) => ends.has(node.id)).map((node) => ({ ...node, label: labelOf(node) }));
  const places = { ...sheet.places };
  for (const card of cards) {
    const title = titleOf(card, lines);
    nodes.push({ id: title.id, label: title.label, shape: "text", group: "title", item: "title", dispute: card[0] });
    places[title.id] = title.at;
  }
  return {
    sheet: { ...sheet, cards, places },
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges,
    lines: lines.size,
  };
}

// The labels that the file holds, but for counts and names, which filters and the reader's choice change.
function labelOf(node) {
  if (node.group === "words") return node.label.replace(/\(\d+\)/, `(${counts.get(node.item)})`);
  if (node.group === "territory") return calledBy(node.item, namingParty())[1] || node.label;
  return node.label;
}

function titleOf([number, x, y, wide], lines) {
  const all = keptLines.filter((one) => one.dispute === number);
  const shown = all.filter((one) => lines.has(one.id)).length;
  const name = cut(disputes[number].label, TITLE, wide - 2 * EDGE);
  const told = `${name}: ${shown < all.length ? `${shown} of ` : ""}${plural(all.length, "line")}`;
  const label = widthOf(told, TITLE) < wide - 2 * EDGE ? told : name;
  return { id: `${number}/title`, label, at: [x + EDGE + widthOf(label, TITLE) / 2, y + EDGE + TITLE * 0.6] };
}

function startNetwork(nodes, edges) {
  network = new vis.Network(canvas, { nodes, edges }, picture.options);
  network.on("click", clicked);
  network.on("beforeDrawing", drawCards);
}

function drawCards(context) {
  context.save();
  context.fillStyle = color("card");
  context.strokeStyle = color("line");
  context.lineWidth = 1;
  for (const [, x, y, width, height] of scene.sheet.cards) {
    context.beginPath();
    context.rect(x, y, width, height);
    context.fill();
    context.stroke();
  }
  context.restore();
}

function fit() {
  if (!network) return;
  const [width, height] = scene.sheet.size;
  const room = Math.max(360, window.innerHeight - (canvas.getBoundingClientRect().top + window.scrollY) - 14);
  let scale = Math.min((canvas.clientWidth || 1) / (width + 8), 1.3);
  if (height * scale > room && !isNarrow()) scale = Math.min(scale, Math.max(room / (height + 8), 1));
  const tall = Math.min(Math.max(isNarrow() ? 0 : room, (height + 8) * scale), 12000);
  canvas.style.height = `${Math.round(tall)}px`;
  network.setSize("100%", `${Math.round(tall)}px`);
  network.redraw();
  network.moveTo({ position: { x: width / 2, y: tall / scale / 2 - 4 }, scale, animation: false });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, position: network.getViewPosition(), animation: false });
}

function clicked(event) {
  const edge = event.edges.length ? scene.edges.find((one) => one.id === event.edges[0]) : null;
  const node = event.nodes.length ? scene.nodes.get(event.nodes[0]) : null;
  if (node && node.group === "title") choose({ territory: `dispute ${node.dispute}`, unfold: "" });
  else if (node || edge) openItem((node || edge).item);
  else closePanel();
  if (node || edge) keepInSight(event.pointer.DOM.x);
}

function keepInSight(x) {
  const free = canvas.clientWidth - byId("panel").offsetWidth;
  if (isNarrow() || byId("panel").hidden || x < free - 40) return;
  network.moveTo({
    offset: { x: free - 120 - x, y: 0 },
    position: network.getViewPosition(),
    scale: network.getScale(),
    animation: false,
  });
}

function selectItem(item) {
  if (!network || state.view !== "picture") return;
  const chosen = (list) => [...list].filter((one) => one.item === item).map((one) => one.id);
  network.setSelection({ nodes: chosen(scene.nodes.values()), edges: chosen(scene.edges) }, { highlightEdges: false });
}
