// The board's layers: points, lines and areas between the base map and its names.

class Layers {
  constructor(data) {
    this.all = data.map(layer => ({
      ...layer, on: true,
      areas: layer.areas.map(rings => rings.map(ring => unpack(ring, layer.unit))),
      lines: layer.lines.map(line => unpack(line, layer.unit)),
      points: unpack(layer.points, layer.unit).xy,
      names: layer.names.map(([name, lon, lat]) => ({ name, x: planeX(lon), y: planeY(lat) })),
    }));
  }

  shown(view) {
    const denominator = groundWidth(view.y) / view.world * 96 / 0.0254;
    return this.all.filter(layer => layer.on && denominator >= layer.nearest && denominator <= (layer.farthest ?? Infinity));
  }

  names(view) {
    return this.shown(view).flatMap(layer => layer.names);
  }

  /** @param trace as the base map's */
  draw(g, view, colour, trace) {
    for (const layer of this.shown(view)) {
      g.save();
      g.lineJoin = g.lineCap = "round";
      if (layer.fillOpacity > 0) {
        g.fillStyle = layer.fill;
        g.globalAlpha = layer.opacity * layer.fillOpacity;
        for (const rings of layer.areas) {
          trace(rings);
          g.fill("evenodd");
        }
      }
      g.globalAlpha = layer.opacity;
      g.strokeStyle = layer.stroke;
      g.lineWidth = layer.size;
      trace(layer.areas.flat().concat(layer.lines));
      g.stroke();
      this.dots(g, view, layer, colour);
      g.restore();
    }
  }

  /** Of points that fall on the same pixel one is drawn. */
  dots(g, view, layer, colour) {
    const taken = new Set(), reach = layer.size + 2;
    g.fillStyle = layer.stroke;
    g.strokeStyle = colour("paper");
    g.lineWidth = 1;
    for (let i = 0; i < layer.points.length; i += 2) {
      const x = view.sx(layer.points[i]), y = view.sy(layer.points[i + 1]);
      const cell = Math.floor(x) * 65536 + Math.floor(y);
      if (x > -reach && y > -reach && x < view.width + reach && y < view.height + reach && !taken.has(cell)) {
        taken.add(cell);
        g.beginPath();
        g.arc(x, y, layer.size + 0.8, 0, 7);
        g.fill();
        g.stroke();
      }
    }
  }
}
