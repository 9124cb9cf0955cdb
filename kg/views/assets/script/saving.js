// What the page hands out as files: the picture with its title and legend, and the map.

function download(name, blob) {
  const address = URL.createObjectURL(blob);
  const anchor = element("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  window.requestAnimationFrame(() => URL.revokeObjectURL(address));
}

function savePicture() {
  if (state.view === "map") {
    const text = new XMLSerializer().serializeToString(byId("map-canvas").querySelector("svg"));
    download("map.svg", new Blob([text], { type: "image/svg+xml" }));
  } else withHead(canvas.querySelector("canvas")).toBlob((blob) => download("picture.png", blob));
}

// The drawing, with what a reader needs who has the picture alone: title, what is shown, and the legend.
function withHead(drawing) {
  const ratio = drawing.width / drawing.clientWidth;
  const width = drawing.clientWidth;
  const notes = broken(`${byId("summary").textContent}. ${byId("status").textContent}`, 13, width - 2 * EDGE, 3).split(
    "\n",
  );
  const shown = [...new Set([...scene.edges].map((edge) => edge.stance))].filter((stance) => has(looks, stance));
  const head = 34 + 18 * notes.length + 26;
  const whole = element("canvas", { width: drawing.width, height: Math.round(head * ratio) + drawing.height });
  const brush = whole.getContext("2d");
  brush.scale(ratio, ratio);
  brush.fillStyle = color("page");
  brush.fillRect(0, 0, width, whole.height);
  write(brush, document.querySelector("h1").textContent, EDGE, 26, 20, color("text"));
  notes.forEach((line, number) => write(brush, line, EDGE, 48 + 18 * number, 13, color("quiet")));
  drawKey(brush, shown, head - 12);
  brush.drawImage(drawing, 0, head, width, drawing.clientHeight);
  return whole;
}

function write(brush, text, x, y, size, shade) {
  brush.font = `${size}px ${FACE}`;
  brush.fillStyle = shade;
  brush.fillText(text, x, y);
}

function drawKey(brush, shown, y) {
  let x = EDGE;
  for (const stance of shown) {
    brush.strokeStyle = stanceColor(stance);
    brush.lineWidth = looks[stance].width;
    brush.setLineDash(looks[stance].dashes);
    brush.beginPath();
    brush.moveTo(x, y - 4);
    brush.lineTo(x + 24, y - 4);
    brush.stroke();
    write(brush, looks[stance].words, x + 29, y, 12, color("text"));
    x += 29 + widthOf(looks[stance].words, 12) + 14;
  }
}
