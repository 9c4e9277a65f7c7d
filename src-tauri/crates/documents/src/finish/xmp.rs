//! What the file says about itself as XMP (ISO 16684-1): the same as its Info, and which standards it keeps.

use std::fmt::Write as _;

use super::{About, PROGRAM};

/// What PDF/A wants to be told about every schema that it does not know itself.
const EXTENSION: &str = r#"  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>The part of ISO 14289 that this file keeps</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>
"#;

/// The whole packet.
pub(super) fn packet(about: &About<'_>) -> String {
    let mut packet = String::from(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n \
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n  \
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n   \
         <pdfaid:part>3</pdfaid:part>\n   \
         <pdfaid:conformance>A</pdfaid:conformance>\n   \
         <pdfuaid:part>1</pdfuaid:part>\n   \
         <dc:format>application/pdf</dc:format>\n",
    );
    let listed = [
        ("title", "Alt", " xml:lang=\"x-default\"", about.title),
        ("creator", "Seq", "", about.author),
        ("language", "Bag", "", about.language),
    ];
    for (name, list, attribute, text) in listed {
        let text = escaped(text);
        line(
            &mut packet,
            &format!(
                "<dc:{name}><rdf:{list}><rdf:li{attribute}>{text}</rdf:li></rdf:{list}></dc:{name}>"
            ),
        );
    }
    line(
        &mut packet,
        &format!("<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>"),
    );
    line(
        &mut packet,
        &format!("<pdf:Producer>{PROGRAM}</pdf:Producer>"),
    );
    if let Some(date) = about.date {
        let date = date.format("%Y-%m-%dT00:00:00Z");
        line(
            &mut packet,
            &format!("<xmp:CreateDate>{date}</xmp:CreateDate>"),
        );
        line(
            &mut packet,
            &format!("<xmp:ModifyDate>{date}</xmp:ModifyDate>"),
        );
    }
    packet.push_str("  </rdf:Description>\n");
    packet.push_str(EXTENSION);
    packet.push_str(" </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    packet
}

fn line(packet: &mut String, text: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(packet, "   {text}");
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}
