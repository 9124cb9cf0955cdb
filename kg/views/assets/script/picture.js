// The picture: drawing what is kept, fitting it, and what a click on it opens.

const canvas = byId("canvas");
const connectionOf = new Map(connections.map((one) => [one.id, one]));

let network = null;
let sheet = null;
let drawn = { nodes: new Set(), cards: new Set(), lines: new Set() };

const isNarrow = () => canvas.clientWidth < NARROW;

function drawPicture() {
  sheet = layout();
  const lines = new Set(connections.filter((one) => has(sheet.places, `${one.dispute}/${one.id}`) && keptConnection(one)).map((one) => one.id));
  const ends = new Set();
  const edges = picture.edges.filter((edge) => lines.has(edge.item)).map((edge) => {
    ends.add(edge.from).add(edge.to);
    return styledEdge(edge);
  });
  const cards = new Set([...ends].map((id) => Number(id.split("/")[0])));
  const nodes = picture.nodes
    .filter((node) => (node.group === "title" ? cards.has(node.dispute) : ends.has(node.id)) && has(sheet.places, node.id))
    .map(styledNode);
  drawn = { nodes: new Set(nodes.map((node) => node.id)), cards, lines };
  if (network) network.setData({ nodes, edges });
  else startNetwork(nodes, edges);
  fit();
  return lines.size;
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
  for (const [number, x, y, width, height] of sheet.cards) {
    if (!drawn.cards.has(number)) continue;
    context.beginPath();
    context.rect(x, y, width, height);
    context.fill();
    context.stroke();
  }
  context.restore();
}

function fit() {
  if (!network) return;
  const [width, height] = sheet.size;
  const room = Math.max(360, window.innerHeight - (canvas.getBoundingClientRect().top + window.scrollY) - 14);
  let scale = Math.min((canvas.clientWidth || 1) / (width + 8), 1.3);
  if (height * scale > room && !isNarrow()) scale = Math.min(scale, Math.max(room / (height + 8), 1));
  const tall = Math.min(Math.max(isNarrow() ? 0 : room, (height + 8) * scale), 12000);
  canvas.style.height = `${Math.round(tall)}px`;
  network.setSize("100%", `${Math.round(tall)}px`);
  network.redraw();
  network.moveTo({ position: { x: width / 2, y: tall / scale / 2 - 4 }, scale, animation: false });
}

function clicked(event) {
  const edge = event.edges.length && picture.edges.find((one) => one.id === event.edges[0]);
  const node = event.nodes.length && picture.nodes.find((one) => one.id === event.nodes[0]);
  if (node && node.group === "title") choose({ territory: `dispute ${node.dispute}` });
  else if (node && node.group === "territory") showTerritory(node.item);
  else if (node && node.group === "actor") showActor(node.item);
  else if (node) showConnection(connectionOf.get(node.item));
  else if (edge) showConnection(connectionOf.get(edge.item));
  else closePanel();
  if (node || edge) keepInSight(event.pointer.DOM.x);
}

function keepInSight(x) {
  const free = canvas.clientWidth - byId("panel").offsetWidth;
  if (isNarrow() || byId("panel").hidden || x < free - 40) return;
  network.moveTo({ offset: { x: free - 120 - x, y: 0 }, position: network.getViewPosition(), scale: network.getScale(), animation: false });
}

function selectItems(wanted) {
  if (!network) return;
  const nodes = picture.nodes.filter((node) => wanted(node.item) && drawn.nodes.has(node.id)).map((node) => node.id);
  const edges = picture.edges.filter((edge) => wanted(edge.item) && drawn.lines.has(edge.item)).map((edge) => edge.id);
  network.setSelection({ nodes, edges }, { highlightEdges: false });
}
