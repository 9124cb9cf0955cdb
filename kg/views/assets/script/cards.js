// Where the cards of disputes stand, when filters leave less of them than the file has places for.

const NARROW = 700;
const MARGIN = 18;
const GAP = 14;
const MOST_CARDS = 24;

const sizes = new Map(picture.nodes.map((node) => [node.id, [node.width, node.height]]));

// Everything is where the file says, if nothing is filtered out; else the disputes that are left, closed up.
function layout() {
  const width = isNarrow() ? "narrow" : "wide";
  return isFiltered() ? closedUp(width) : picture.all[width];
}

// The cards that have something to show, each as high up as it can be, then as far left.
function closedUp(width) {
  const left = [...new Set(connections.filter(keptConnection).map((one) => one.dispute))].sort((a, b) => a - b);
  const cards = left.slice(0, MOST_CARDS).map((number) => withoutGaps(number, picture.alone[number][width]));
  const room = Math.max(picture.all[width].size[0], ...cards.map((card) => card.wide));
  const placed = [];
  const places = {};
  for (const { number, wide, high, inside } of cards) {
    const spots = [0, ...placed.map((one) => one[1] + one[3] + MARGIN)].filter((x) => x + wide <= room);
    const [y, x] = spots.map((spot) => [below(placed, spot, wide), spot]).sort((a, b) => a[0] - b[0] || a[1] - b[1])[0];
    placed.push([number, x, y, wide, high]);
    for (const [id, at] of inside) places[id] = [at[0] + x, at[1] + y];
  }
  const far = (at) => Math.max(0, ...placed.map((one) => one[at] + one[at + 2]));
  return { size: [far(1), far(2)], cards: placed, places };
}

// A card with what is left on it, moved up where nothing is left between.
function withoutGaps(number, alone) {
  const [, , , wide, high] = alone.cards[0];
  const lines = connections.filter((one) => one.dispute === number && keptConnection(one) && has(alone.places, `${number}/${one.id}`));
  const items = [...new Set(["title", ...lines.flatMap((one) => [one.actor, one.id, one.territory])])].map((item) => `${number}/${item}`);
  const spans = items.map((id) => [alone.places[id][1] - sizes.get(id)[1] / 2, alone.places[id][1] + sizes.get(id)[1] / 2]).sort((a, b) => a[0] - b[0]);
  const cuts = [];
  let end = spans[0][0];
  for (const [top, bottom] of [...spans, [high, high]]) {
    if (top - end > GAP) cuts.push([top, top - end - GAP]);
    end = Math.max(end, bottom);
  }
  const up = (y) => cuts.reduce((sum, [from, by]) => sum + (y > from ? by : 0), 0);
  return { number, wide, high: high - up(high + 1), inside: items.map((id) => [id, [alone.places[id][0], alone.places[id][1] - up(alone.places[id][1])]]) };
}

function below(placed, left, width) {
  const over = placed.filter((one) => one[1] < left + width + MARGIN && left < one[1] + one[3] + MARGIN);
  return Math.max(0, ...over.map((one) => one[2] + one[4] + MARGIN));
}
