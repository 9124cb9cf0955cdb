// Labels that are made on the page: broken and cut to the room there is, as wide as the letters really are.

const FACE = 'Arial, "Liberation Sans", Helvetica, sans-serif';
const LINE = 1.2; // the height of a line, in letters
const pen = document.createElement("canvas").getContext("2d");

function widthOf(text, size) {
  pen.font = `${size}px ${FACE}`;
  return pen.measureText(text).width;
}

function cut(text, size, room) {
  if (widthOf(text, size) <= room) return text;
  let shown = [...text];
  while (shown.length && widthOf(`${shown.join("")}…`, size) > room) shown = shown.slice(0, -1);
  return `${shown.join("").trimEnd()}…`;
}

// At most so many lines; what is left over stands on the last one, cut.
function broken(text, size, room, most) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    const isFull = lines[lines.length - 1] && widthOf(longer, size) > room;
    if (isFull && lines.length < most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => cut(line, size, room)).join("\n");
}

const heightOf = (label, size) => label.split("\n").length * size * LINE;
