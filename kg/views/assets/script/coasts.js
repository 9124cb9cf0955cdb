// From degrees to pixels, and the coasts as a path; they are outlines of land, without any border.

// Degrees to pixels, as wide as high in the middle of the map, with as much around it as there is room for.
function projection([west, south, east, north], width, height) {
  const flat = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const k = west === WORLD[0] ? 1 : flat;
  const scale = Math.min(width / ((east - west) * k), height / (north - south));
  const place = ([lon, lat]) => [
    width / 2 + (lon - (west + east) / 2) * k * scale,
    height / 2 - (lat - (south + north) / 2) * scale,
  ];
  return { place, isInside: (x, y, margin) => x > -margin && x < width + margin && y > -margin && y < height + margin };
}

function coast(at) {
  const { step, rings } = data.land;
  return rings.map((ring) => outline(ring, step, at)).join("");
}

// A ring holds where it begins, and from there the way from point to point; one that is wholly outside is left out.
function outline(ring, step, at) {
  let [x, y] = [0, 0];
  let isSeen = false;
  const points = [];
  for (let place = 0; place < ring.length; place += 2) {
    [x, y] = [x + ring[place], y + ring[place + 1]];
    const [left, top] = at.place([x * step, y * step]);
    isSeen = isSeen || at.isInside(left, top, 4000);
    points.push(`${left.toFixed(1)} ${top.toFixed(1)}`);
  }
  return isSeen ? `M${points.join("L")}Z` : "";
}
