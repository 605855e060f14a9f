// The signs of claims on a canvas: shape tells the category, colour and badge the status, the body the modality, the
// foot how precisely the place is known. The outlines are those of the page's SVG symbols.

const RADIUS = 11.5;
const FOOT = 1.85;
const LETTERS = '"IBM Plex Sans Condensed","Arial Narrow","Roboto Condensed",system-ui,"Liberation Sans Narrow",sans-serif';
const outlines = new Map();

function outline(id) {
  if (!outlines.has(id)) {
    const node = document.getElementById(id);
    const path = node && (node.matches("path") ? node : node.querySelector("path"));
    outlines.set(id, path ? new Path2D(path.getAttribute("d")) : null);
  }
  return outlines.get(id);
}

/** Colours of the page's theme, by name. */
function readColours() {
  const style = getComputedStyle(document.documentElement);
  const known = new Map();
  return name => {
    if (!known.has(name)) {
      known.set(name, style.getPropertyValue("--" + name).trim());
    }
    return known.get(name);
  };
}

const hollow = claim => ["planned", "predicted", "denied"].includes(claim.modality);

/** Whether a place is known well enough for a pin with a point. */
const sharp = claim => !signs.military && (claim.route || ["exact", "vicinity", "locality"].includes(claim.precision));

function inPlace(g, x, y, size, draw) {
  g.save();
  g.translate(x, y);
  g.scale(size, size);
  draw();
  g.restore();
}

/** The line from a head to its place, and the mark on the place: a disc for a town, a ring for less. */
function drawStem(g, claim, x, y, headX, headY, colour) {
  const tone = colour(claim.status + "-line");
  g.lineCap = "round";
  g.beginPath();
  g.moveTo(x, y);
  g.lineTo(headX, headY);
  g.strokeStyle = colour("paper");
  g.lineWidth = RADIUS * 0.3;
  g.stroke();
  g.strokeStyle = tone;
  g.lineWidth = RADIUS * 0.12;
  g.stroke();
  const ring = ["district", "region", "country"].includes(claim.precision) && !claim.route;
  g.beginPath();
  g.arc(x, y, RADIUS * (ring ? 0.36 : claim.precision === "town" ? 0.28 : 0.2), 0, 7);
  g.strokeStyle = colour("paper");
  g.lineWidth = RADIUS * 0.36;
  g.stroke();
  g.fillStyle = ring ? colour("paper") : tone;
  g.fill();
  g.strokeStyle = tone;
  g.lineWidth = RADIUS * 0.14;
  g.stroke();
}

/** Around the black lines of symbols, on dark ground too: broken frames could not be told from whole ones there. */
const HALO = "#fff";

/** Which signs are drawn: pins, or military symbols. */
const signs = { military: false };

const dashed = claim => ["planned", "predicted"].includes(claim.modality);

/** Frame, icon, badge, and below them the number on a plate: as SymbolPainter draws them. */
function drawSymbol(g, claim, x, y, emphasis, colour) {
  const frame = document.getElementById("frame-" + claim.frame);
  const icon = document.getElementById(claim.icon ? "icon-" + claim.icon : "symbol-" + claim.category);
  const shape = outline(frame.id);
  const edge = (style, width, dashes) => {
    g.strokeStyle = style;
    g.lineWidth = width;
    g.setLineDash(dashes || []);
    g.stroke(shape);
    g.setLineDash([]);
  };
  inPlace(g, x, y, RADIUS, () => {
    g.lineJoin = g.lineCap = "round";
    if (emphasis) {
      edge(colour("accent"), emphasis > 1 ? 1.5 : 1.0);
      edge(colour("paper"), emphasis > 1 ? 0.86 : 0.56);
    }
    edge(HALO, 0.34);
    g.fillStyle = frame.getAttribute("fill");
    g.fill(shape);
    g.lineCap = dashed(claim) ? "butt" : "round";
    edge("#000", dashed(claim) ? 0.17 : 0.14, dashed(claim) ? [0.4, 0.28] : null);
    g.lineCap = "round";
    if (claim.modality === "denied") {
      g.beginPath();
      g.moveTo(-1.15, 1.15);
      g.lineTo(1.15, -1.15);
      g.strokeStyle = HALO;
      g.lineWidth = 0.34;
      g.stroke();
      g.strokeStyle = "#000";
      g.lineWidth = 0.17;
      g.stroke();
    }
    g.save();
    g.translate(0, -0.16);
    if (icon.getAttribute("fill") === "none") {
      g.lineWidth = 0.13;
      g.stroke(outline(icon.id));
    } else {
      g.fillStyle = "#000";
      g.fill(outline(icon.id));
    }
    g.restore();
    badge(g, claim.status, colour);
  });
  plate(g, String(claim.id), x, y, colour);
}

function plate(g, number, x, y, colour) {
  g.font = "600 " + RADIUS * 0.92 + "px " + LETTERS;
  const width = g.measureText(number).width + RADIUS * 0.4, height = RADIUS * 0.86, top = y + RADIUS * 0.68;
  g.beginPath();
  g.roundRect(x - width / 2, top, width, height, RADIUS * 0.15);
  g.fillStyle = colour("paper");
  g.fill();
  g.strokeStyle = colour("ink");
  g.lineWidth = RADIUS * 0.07;
  g.stroke();
  g.textAlign = "center";
  g.textBaseline = "alphabetic";
  g.fillStyle = colour("ink");
  g.fillText(number, x, top + height / 2 + RADIUS * 0.32);
}

/** @param pointed whether the head ends in a point on its place */
function drawHead(g, claim, x, y, pointed, emphasis, colour) {
  if (signs.military) {
    drawSymbol(g, claim, x, y, emphasis, colour);
    return;
  }
  const shape = outline((pointed ? "pin-" : "head-") + claim.category);
  const tone = colour(claim.status + "-line");
  inPlace(g, x, y, RADIUS, () => {
    g.lineJoin = g.lineCap = "round";
    const edge = (style, width, dashes) => {
      g.strokeStyle = style;
      g.lineWidth = width;
      g.setLineDash(dashes || []);
      g.stroke(shape);
    };
    if (emphasis) {
      edge(colour("accent"), emphasis > 1 ? 1.5 : 1.0);
      edge(colour("paper"), emphasis > 1 ? 0.86 : 0.56);
    }
    edge(colour("paper"), 0.3);
    g.fillStyle = hollow(claim) ? colour("paper") : colour(claim.status);
    g.fill(shape);
    if (!hollow(claim)) {
      edge(tone, 0.09);
    } else if (claim.modality === "denied") {
      edge(tone, 0.16);
      g.beginPath();
      g.moveTo(-1.05, 1.05);
      g.lineTo(1.05, -1.05);
      g.strokeStyle = tone;
      g.lineWidth = 0.17;
      g.stroke();
    } else {
      g.lineCap = "butt";
      edge(tone, 0.18, [0.42, 0.3]);
    }
    g.setLineDash([]);
    badge(g, claim.status, colour);
  });
  const number = String(claim.id);
  g.font = "600 " + RADIUS * [1.3, 1.3, 1.3, 1.05, 0.86, 0.7][Math.min(5, number.length)] + "px " + LETTERS;
  g.textAlign = "center";
  g.textBaseline = "alphabetic";
  if (claim.modality === "denied") {
    g.strokeStyle = colour("paper");
    g.lineWidth = 3;
    g.strokeText(number, x, y + RADIUS * 0.42);
  }
  g.fillStyle = hollow(claim) ? colour("ink") : colour(claim.status + "-text");
  g.fillText(number, x, y + RADIUS * (number.length < 3 ? 0.46 : 0.36));
}

function badge(g, status, colour) {
  const sign = outline("badge-" + status);
  if (!sign) {
    return;
  }
  g.translate(0.92, -0.88);
  g.scale(0.5, 0.5);
  g.beginPath();
  g.arc(0, 0, 1, 0, 7);
  g.fillStyle = colour("paper");
  g.fill();
  g.strokeStyle = colour(status + "-line");
  g.lineWidth = 0.2;
  g.stroke();
  g.lineWidth = 0.32;
  g.stroke(sign);
}

/** A mark on the place itself, where pins are too many for heads. */
function drawMark(g, claim, x, y, colour) {
  if (signs.military) {
    const frame = document.getElementById("frame-" + claim.frame);
    inPlace(g, x, y, RADIUS * 0.45, () => {
      g.strokeStyle = "#000";
      g.lineWidth = 0.3;
      g.stroke(outline(frame.id));
      g.fillStyle = frame.getAttribute("fill");
      g.fill(outline(frame.id));
    });
    return;
  }
  const tone = colour(claim.status + "-line");
  inPlace(g, x, y, RADIUS * 0.45, () => {
    g.lineJoin = "round";
    const shape = outline("head-" + claim.category);
    g.strokeStyle = colour("paper");
    g.lineWidth = 0.6;
    g.stroke(shape);
    g.fillStyle = hollow(claim) ? colour("paper") : colour(claim.status);
    g.fill(shape);
    g.strokeStyle = tone;
    g.lineWidth = hollow(claim) ? 0.3 : 0.18;
    g.stroke(shape);
  });
}

const SHAPE = 0.25;
const STEP = 2.5;

/** The outline that stands for a category by itself. */
const kindId = category => (signs.military ? "symbol-" : "head-") + category;

/** The most frequent categories of some claims, with their numbers; equal ones in the order of shapes. */
function categoryShares(claims) {
  const counts = new Map(CATEGORIES.map(category => [category, 0]));
  claims.forEach(c => counts.set(c.category, (counts.get(c.category) || 0) + 1));
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
}

/** The shapes of categories along the lower edge of a disc, the first the largest share, each as large as its share. */
function drawCategories(g, x, y, r, shares, colour) {
  const size = r * SHAPE;
  shares.forEach(([category, count], i) => {
    const shape = outline(kindId(category));
    const own = size * Math.max(0.6, Math.sqrt(count / shares[0][1])) * (signs.military ? 1.6 : 1);
    const angle = STEP * SHAPE * ((shares.length - 1) / 2 - i);
    inPlace(g, x - r * Math.sin(angle), y + r * Math.cos(angle), own, () => {
      g.strokeStyle = colour("paper");
      g.lineWidth = 0.7 * size / own;
      g.stroke(shape);
      g.fillStyle = colour("ink");
      g.fill(shape);
    });
  });
}

/**
 * A disc with the count of its claims, a ring that shows the shares of their statuses, and in the ring's gap below the
 * shapes of the most frequent categories.
 */
function drawCluster(g, cluster, x, y, emphasis, colour) {
  const r = cluster.radius;
  const disc = (style, radius) => {
    g.beginPath();
    g.arc(x, y, radius, 0, 7);
    g.fillStyle = style;
    g.fill();
  };
  if (emphasis) {
    disc(colour("accent"), r + 4.5);
  }
  disc(colour("paper"), r + 1.6);
  const shares = new Map();
  cluster.members.forEach(c => shares.set(c.status, (shares.get(c.status) || 0) + 1));
  const categories = categoryShares(cluster.members).filter(([c]) => outline(kindId(c))).slice(0, 3);
  const gap = categories.length ? SHAPE * (STEP * (categories.length - 1) + 2.8) : 0;
  let from = Math.PI / 2 + gap / 2;
  g.lineCap = "butt";
  for (const status of STATUSES.filter(s => shares.has(s))) {
    const to = from + (2 * Math.PI - gap) * shares.get(status) / cluster.members.length;
    g.beginPath();
    g.arc(x, y, r * 0.88, from, to);
    g.strokeStyle = colour(status);
    g.lineWidth = r * 0.24;
    g.stroke();
    from = to;
  }
  g.beginPath();
  g.arc(x, y, r, 0, 7);
  g.strokeStyle = colour("ink");
  g.globalAlpha = 0.55;
  g.lineWidth = 0.8;
  g.stroke();
  g.globalAlpha = 1;
  drawCategories(g, x, y, r, categories, colour);
  const size = cluster.members.length;
  const text = "×" + (size < 10000 ? size : Math.floor(size / 1000) + "k");
  g.font = "600 " + r * (text.length > 4 ? 0.5 : text.length > 3 ? 0.6 : 0.76) + "px " + LETTERS;
  g.textAlign = "center";
  g.fillStyle = colour("ink");
  g.fillText(text, x, y + r * (text.length > 3 ? 0.22 : 0.27));
}

const CATEGORIES = ["movement", "equipment", "personnel", "training", "strike", "facility", "statement", "other"];
const STATUSES = ["unverified", "corroborated", "disputed", "refuted", "withdrawn"];
