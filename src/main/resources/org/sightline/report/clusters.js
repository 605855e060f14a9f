// Which pins stand alone and which are gathered, and where heads go so that none hides another.

const FEW = 6, FEW_IN_A_CROWD = 2, CROWD = 80, FEW_AT_ONE_PLACE = 12, MOST_HEADS = 300, BEYOND = 160;

/** Gathers claims whose pins would touch: {clusters, single}. Depends on the scale alone, so that panning changes nothing. */
function gather(claims, world, opened) {
  const crowd = claims.length > CROWD;
  const reach = RADIUS * (crowd ? 5.2 : 3.2) / world;
  const cells = new Map();
  const key = (i, j) => i * 4194304 + j;
  const cell = v => Math.floor(v / reach);
  const single = [], clusters = [], waiting = [];
  for (const claim of claims) {
    if (opened.has(claim.id)) {
      single.push(claim);
    } else {
      waiting.push(claim);
      const k = key(cell(claim.x), cell(claim.y));
      const list = cells.get(k);
      list ? list.push(claim) : cells.set(k, [claim]);
    }
  }
  const taken = new Set();
  for (const claim of waiting) {
    if (taken.has(claim)) {
      continue;
    }
    const members = [];
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        for (const other of cells.get(key(cell(claim.x) + i, cell(claim.y) + j)) || []) {
          if (!taken.has(other) && Math.hypot(other.x - claim.x, other.y - claim.y) <= reach) {
            members.push(other);
          }
        }
      }
    }
    members.forEach(m => taken.add(m));
    if (members.length <= (crowd ? FEW_IN_A_CROWD : FEW) || (members.length <= FEW_AT_ONE_PLACE && onePlace(members))) {
      single.push(...members);
    } else {
      clusters.push({
        members,
        x: members.reduce((sum, m) => sum + m.x, 0) / members.length,
        y: members.reduce((sum, m) => sum + m.y, 0) / members.length,
        radius: RADIUS * (1.05 + 0.28 * Math.log10(members.length)),
      });
    }
  }
  return { clusters, single };
}

/** Nothing that zooming could take apart: within some 5 metres. */
const onePlace = members => members.every(m => Math.hypot(m.x - members[0].x, m.y - members[0].y) < 2e-7);

/** Where the heads of single pins stand in a view and just beyond; many are but marks. */
function spread(single, clusters, view) {
  const seen = [];
  for (const claim of single) {
    const x = view.sx(view.near(claim.x)), y = view.sy(claim.y);
    if (x > -BEYOND && y > -BEYOND && x < view.width + BEYOND && y < view.height + BEYOND) {
      seen.push({ claim, x, y, headX: x, headY: y - FOOT * RADIUS, aside: false });
    }
  }
  const discs = clusters.map(c => ({ cluster: c, x: view.sx(view.near(c.x)), y: view.sy(c.y) }));
  if (seen.length > MOST_HEADS) {
    return { pins: seen, discs, crowded: true };
  }
  const placed = [];
  for (const pin of seen) {
    let least = cost(pin, placed, discs, seen);
    for (const distance of [2.8, 3.6, 4.6, 5.8, 7.2, 9, 11]) {
      if (least <= distance) {
        break;
      }
      for (let i = 0; i < 16; i++) {
        const turn = Math.PI / 8 * (Math.floor((i + 1) / 2) * (i % 2 ? -1 : 1));
        const headX = pin.x + Math.sin(turn) * distance * RADIUS, headY = pin.y - Math.cos(turn) * distance * RADIUS;
        const price = distance + 0.4 * (1 - Math.cos(turn)) + cost({ x: pin.x, y: pin.y, headX, headY }, placed, discs, seen);
        if (price < least) {
          least = price;
          Object.assign(pin, { headX, headY, aside: true });
        }
      }
    }
    placed.push(pin);
  }
  return { pins: placed.sort((a, b) => a.headY - b.headY), discs, crowded: false };
}

/** What it costs to stand there: heads covered, leader lines crossed, places hidden. */
function cost(pin, placed, discs, seen) {
  let sum = 0;
  const close = RADIUS * 2.6;
  for (const other of placed) {
    const between = Math.hypot(other.headX - pin.headX, other.headY - pin.headY);
    if (between < close) {
      sum += 1000 * (1.1 - between / close);
    } else if (between < RADIUS * 14) {
      sum += distanceToLine(other.headX, other.headY, pin) < RADIUS * 1.2 ? 60 : 0;
      sum += distanceToLine(pin.headX, pin.headY, other) < RADIUS * 1.2 ? 60 : 0;
    }
  }
  for (const disc of discs) {
    const between = Math.hypot(disc.x - pin.headX, disc.y - pin.headY);
    sum += between < disc.cluster.radius + RADIUS * 1.3 ? 1000 : 0;
  }
  for (const other of seen) {
    const hidden = (other.x !== pin.x || other.y !== pin.y)
      && Math.abs(other.x - pin.headX) < RADIUS && Math.abs(other.y - pin.headY) < RADIUS;
    sum += hidden ? 6 : 0;
  }
  return sum;
}

function distanceToLine(x, y, pin) {
  const dx = pin.headX - pin.x, dy = pin.headY - pin.y, length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - pin.x) * dx + (y - pin.y) * dy) / length));
  return Math.hypot(x - pin.x - t * dx, y - pin.y - t * dy);
}
