// Where the cards of disputes stand, when filters leave less of them than the file has places for.

const NARROW = 700;
const MARGIN = 18;
const GAP = 14;
const MOST_CARDS = 24;
const MOST_ITEMS = 360; // on all cards, if there is more than one
const EDGE = 12; // from the edge of a card to what is on it
const TITLE = 18; // the size of its title

const sizes = new Map(picture.nodes.map((node) => [node.id, [node.width, node.height]]));

// Everything is where the file says, if nothing is filtered out; else the disputes that are left, closed up.
function layout() {
  const width = isNarrow() ? "narrow" : "wide";
  return isRearranged() ? closedUp(width) : picture.all[width];
}

// The cards that have something to show, each as high up as it can be, then as far left.
function closedUp(width) {
  const left = [...new Set(keptLines.map((one) => one.dispute))].sort((a, b) => a - b);
  const cards = [];
  let items = 0;
  for (const number of left.slice(0, MOST_CARDS)) {
    const card = withoutGaps(number, picture.alone[number][width]);
    items += card.inside.length;
    if (!cards.length || items <= MOST_ITEMS) cards.push(card);
  }
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

// A card with what is left on it, moved together where nothing is left between or beside.
function withoutGaps(number, alone) {
  const high = alone.cards[0][4];
  const lines = keptLines.filter((one) => one.dispute === number && has(alone.places, `${number}/${one.id}`));
  const items = [...new Set(["title", ...lines.flatMap((one) => [one.actor, one.id, one.territory])])].map(
    (item) => `${number}/${item}`,
  );
  const spans = items
    .map((id) => [alone.places[id][1] - sizes.get(id)[1] / 2, alone.places[id][1] + sizes.get(id)[1] / 2])
    .sort((a, b) => a[0] - b[0]);
  const cuts = [];
  let end = spans[0][0];
  for (const [top, bottom] of [...spans, [high, high]]) {
    if (top - end > GAP) cuts.push([top, top - end - GAP]);
    end = Math.max(end, bottom);
  }
  const up = (y) => cuts.reduce((sum, [from, by]) => sum + (y > from ? by : 0), 0);
  const ends = items
    .filter((id) => !id.endsWith("/title"))
    .map((id) => [alone.places[id][0] - sizes.get(id)[0] / 2, alone.places[id][0] + sizes.get(id)[0] / 2]);
  const aside = Math.min(...ends.map((one) => one[0])) - EDGE;
  const wide = Math.max(...ends.map((one) => one[1])) - aside + EDGE;
  const named = sizes.get(`${number}/title`)[0] + 2 * EDGE;
  return {
    number,
    wide: Math.max(wide, named),
    high: high - up(high + 1),
    inside: items.map((id) => [
      id,
      [alone.places[id][0] - aside + Math.max(0, named - wide) / 2, alone.places[id][1] - up(alone.places[id][1])],
    ]),
  };
}

function below(placed, left, width) {
  const over = placed.filter((one) => one[1] < left + width + MARGIN && left < one[1] + one[3] + MARGIN);
  return Math.max(0, ...over.map((one) => one[2] + one[4] + MARGIN));
}
