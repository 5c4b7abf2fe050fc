package io.rotadesk.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Limits the size of a deployment. The limits are checked before anything else reads the files, so that too large files
 * are not even parsed. The shipped models and forms are 70 files with 0.7 MB, the largest of them 180 kB with a depth
 * of 8.
 */
final class ModelLimits {

    static final int FILE_KILOBYTES = 1_024;
    static final int TOTAL_KILOBYTES = 8 * 1_024;
    static final int FILES = 300;
    static final int ELEMENTS = 20_000;
    static final int DEPTH = 60;

    private ModelLimits() {}

    /** @return findings about everything that is too large; empty if the files may be read */
    static List<ModelFinding> findings(Map<String, byte[]> files) {
        List<ModelFinding> findings = new ArrayList<>();
        if (files.size() > FILES) {
            findings.add(new ModelFinding("", "", "model.limit.files", FILES));
        }
        if (files.values().stream().mapToLong(file -> file.length).sum() > TOTAL_KILOBYTES * 1_024L) {
            findings.add(new ModelFinding("", "", "model.limit.total", TOTAL_KILOBYTES / 1_024));
        }
        files.forEach((name, bytes) -> {
            if (bytes.length > FILE_KILOBYTES * 1_024) {
                findings.add(new ModelFinding(name, "", "model.limit.file", FILE_KILOBYTES));
            } else if (ModelFile.isBpmn(name) || ModelFile.isDmn(name)) {
                findings.addAll(nesting(name, bytes));
            }
        });
        return findings;
    }

    private static List<ModelFinding> nesting(String name, byte[] bytes) {
        int elements = 0;
        int depth = 0;
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    elements++;
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                if (depth > DEPTH) {
                    return List.of(new ModelFinding(name, "", "model.limit.depth", DEPTH));
                }
                if (elements > ELEMENTS) {
                    return List.of(new ModelFinding(name, "", "model.limit.elements", ELEMENTS));
                }
            }
        } catch (XMLStreamException unreadable) {
            // The code that parses the file reports the mistake.
            return List.of();
        }
        return List.of();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
