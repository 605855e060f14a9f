package org.sightline.app;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Files to be laid over the sample's map: a picture, areas, a track and a table of places. */
final class SampleLayers {
    private SampleLayers() {}

    static List<Path> write(Path folder) throws IOException {
        Path picture = folder.resolve("scanned map of the border.png");
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(0xE9DFC0), 400, 300, new Color(0xB9C9A4)));
        g.fillRect(0, 0, 400, 300);
        g.setColor(new Color(0x8A7A55));
        for (int i = 0; i < 400; i += 40) {
            g.drawLine(i, 0, i, 300);
            g.drawLine(0, i, 400, i);
        }
        g.dispose();
        ImageIO.write(image, "png", picture.toFile());
        Files.writeString(folder.resolve("scanned map of the border.pgw"), "0.005\n0\n0\n-0.005\n28.0\n52.6\n");
        Path areas = Files.writeString(folder.resolve("areas.geojson"), """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"name": "Training ground"}, "geometry": {"type": "Polygon",
                "coordinates": [[[29.0, 51.9], [29.8, 51.9], [29.9, 52.3], [29.2, 52.5], [29.0, 51.9]]]}}]}
                """);
        Path track = Files.writeString(folder.resolve("patrol.gpx"), """
                <gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><trk><name>Patrol</name><trkseg>
                <trkpt lat="51.5" lon="28.3"/><trkpt lat="51.8" lon="29.1"/><trkpt lat="52.1" lon="29.3"/>
                <trkpt lat="52.4" lon="30.2"/></trkseg></trk></gpx>
                """);
        Path places = Files.writeString(folder.resolve("posts.csv"), """
                name,lat,lon
                Post 1,51.7,28.6
                Post 2,51.6,29.6
                Post 3,51.9,30.3
                """);
        return List.of(picture, areas, track, places);
    }

    /** A table whose headings do not say which columns are coordinates. */
    static Path unlabelled(Path file) {
        try {
            return Files.writeString(file, "post,N,E\nFirst,51.7,28.6\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table in metres that does not say of which system. */
    static Path inMetres(Path file) {
        try {
            return Files.writeString(file, "x,y,name\n485048,5742504,Yelsk\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
