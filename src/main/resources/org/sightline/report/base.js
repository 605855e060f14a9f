// The base map: sea, land, water, borders and names.

class Base {
  constructor(data, layers) {
    this.layers = layers;
    this.blocks = data.blocks.map(block => {
      const lines = {};
      for (const key of ["land", "lake", "river", "province", "border", "disputed", "control"]) {
        lines[key] = block[key].map(text => unpack(text, block.unit));
      }
      const [west, south, east, north] = block.box;
      return { lines, west: planeX(west), east: planeX(east), north: planeY(north), south: planeY(south) };
    });
    const named = ([name, lon, lat, size]) => ({ name, x: planeX(lon), y: planeY(lat), size });
    this.countries = data.countries.map(named);
    this.towns = data.towns.map(named);
  }

  /** @param blocked boxes [left, top, right, bottom] that names keep clear of: the heads of pins */
  draw(g, view, colour, blocked) {
    g.fillStyle = colour("sea");
    g.fillRect(0, 0, view.width, view.height);
    for (let turn = Math.floor(view.px(0)); turn <= Math.floor(view.px(view.width)); turn++) {
      const turned = Object.assign(new View(), view, { x: view.x - turn });
      this.blocks.forEach((block, i) => this.block(g, turned, block, i > 0, colour));
      this.layers.draw(g, turned, colour, lines => this.trace(g, turned, lines));
    }
    this.names(g, view, colour, blocked);
  }

  block(g, view, block, inner, colour) {
    // on whole pixels, so that no seam is left between the blocks
    const left = Math.round(view.sx(block.west)), right = Math.round(view.sx(block.east));
    const top = Math.round(view.sy(block.north)), bottom = Math.round(view.sy(block.south));
    if (right < 0 || left > view.width || bottom < 0 || top > view.height || (inner && right - left < 60)) {
      return;
    }
    g.save();
    g.beginPath();
    g.rect(left, top, right - left, bottom - top);
    g.clip();
    if (inner) {
      g.fillStyle = colour("sea");
      g.fillRect(left, top, right - left, bottom - top);
    }
    const near = view.world > 256 * 2 ** 5, fine = view.world > 256 * 2 ** 7;
    g.lineJoin = "round";
    this.fill(g, view, block.lines.land, colour("land"), colour("coast"), near ? 0.8 : 0.5);
    this.fill(g, view, block.lines.lake, colour("lake"), colour("shore"), 0.6);
    if (near) {
      this.stroke(g, view, block.lines.river, colour("river"), fine ? 1.4 : 0.9);
      this.stroke(g, view, block.lines.province, colour("province"), 0.7, [4, 3]);
      this.stroke(g, view, block.lines.border, colour("border-band"), 5);
    }
    this.stroke(g, view, block.lines.border, colour("border"), near ? 1 : 0.6);
    this.stroke(g, view, block.lines.disputed, colour("border"), near ? 1 : 0.6, [4, 3]);
    this.stroke(g, view, block.lines.control, colour("border"), 1.2, [1.5, 3]);
    g.restore();
  }

  fill(g, view, lines, inside, edge, width) {
    this.trace(g, view, lines);
    g.fillStyle = inside;
    g.fill("evenodd");
    g.strokeStyle = edge;
    g.lineWidth = width;
    g.setLineDash([]);
    g.stroke();
  }

  stroke(g, view, lines, style, width, dashes) {
    this.trace(g, view, lines);
    g.strokeStyle = style;
    g.lineWidth = width;
    g.setLineDash(dashes || []);
    g.stroke();
    g.setLineDash([]);
  }

  /** What is in sight, without vertices that fall on one pixel. */
  trace(g, view, lines) {
    const west = view.px(-8), east = view.px(view.width + 8), north = view.py(-8), south = view.py(view.height + 8);
    g.beginPath();
    for (const line of lines) {
      if (line.east < west || line.west > east || line.south < north || line.north > south) {
        continue;
      }
      const xy = line.xy;
      let lastX = 1e9, lastY = 1e9;
      for (let i = 0; i < xy.length; i += 2) {
        const x = view.sx(xy[i]), y = view.sy(xy[i + 1]);
        if (i === 0) {
          g.moveTo(x, y);
        } else if (Math.abs(x - lastX) + Math.abs(y - lastY) > 0.8 || i === xy.length - 2) {
          g.lineTo(x, y);
        } else {
          continue;
        }
        lastX = x;
        lastY = y;
      }
    }
  }

  names(g, view, colour, blocked) {
    const taken = [...blocked];
    const free = box => !taken.some(t => t[0] < box[2] && t[2] > box[0] && t[1] < box[3] && t[3] > box[1]);
    const put = (text, x, y, font, style, align, spacing) => {
      g.font = font;
      g.letterSpacing = spacing || "0px";
      const width = g.measureText(text).width, height = parseFloat(font.match(/(\d+(\.\d+)?)px/)[1]);
      const left = align === "center" ? x - width / 2 : align === "right" ? x - width : x;
      const box = [left - 6, y - height - 3, left + width + 6, y + 5];
      if (free(box)) {
        taken.push(box);
        g.textAlign = "left";
        g.textBaseline = "alphabetic";
        g.lineJoin = "round";
        g.strokeStyle = colour("halo");
        g.lineWidth = 2.6;
        g.strokeText(text, left, y);
        g.fillStyle = style;
        g.fillText(text, left, y);
        g.letterSpacing = "0px";
        return true;
      }
      g.letterSpacing = "0px";
      return false;
    };
    const inSight = (x, y) => x > -60 && y > -20 && x < view.width + 60 && y < view.height + 20;
    const family = 'px "IBM Plex Sans",system-ui,sans-serif';
    const towns = (great, most) => {
      const least = 2.2e11 / view.world ** 1.12 / 16;
      let placed = 0;
      for (const town of this.towns) {
        const capital = town.size < 0, size = Math.abs(town.size);
        const x = view.sx(view.near(town.x)), y = view.sy(town.y);
        if (size < least || placed >= most || great !== (capital && size > 4e5) || !inSight(x, y)) {
          continue;
        }
        const letters = size > 1e6 ? 13 : size > 2.5e5 ? 12 : 11;
        const mark = capital ? 3.4 : size > 1e5 ? 2.6 : 2;
        const font = (capital || size > 1e6 ? "600 " : "400 ") + letters + family;
        const spots = [["left", 6, 4], ["right", -6, 4], ["center", 0, -7], ["center", 0, letters + 6]];
        if (spots.some(([align, dx, dy]) => put(town.name, x + dx, y + dy, font, colour("town-text"), align))) {
          placed++;
          g.beginPath();
          g.arc(x, y, mark, 0, 7);
          g.fillStyle = capital ? colour("town-mark") : colour("land");
          g.fill();
          g.strokeStyle = colour("town-mark");
          g.lineWidth = 1.1;
          g.stroke();
        }
      }
    };
    towns(true, 12);
    for (const country of this.countries) {
      const x = view.sx(view.near(country.x)), y = view.sy(country.y), wide = country.size / 360 * view.world;
      const letters = Math.min(17, Math.max(9.5, 8.5 + wide / 75));
      g.font = "500 " + letters + family;
      if (inSight(x, y) && wide < 6000 && g.measureText(country.name.toUpperCase()).width * 1.1 < wide * 1.2) {
        for (const off of [0, -1.6, 1.6, -3.2, 3.2, -5, 5]) {
          if (put(country.name.toUpperCase(), x, y + off * letters, "500 " + letters + family, colour("country-text"), "center",
            letters * 0.12 + "px")) {
            break;
          }
        }
      }
    }
    towns(false, 60);
    for (const named of this.layers.names(view)) {
      const x = view.sx(view.near(named.x)), y = view.sy(named.y);
      if (inSight(x, y)) {
        put(named.name, x + 7, y + 4, "500 11" + family, colour("ink"), "left");
      }
    }
  }
}
