//! Precedence and the forms in which metadata are written.

use super::{Licensor, Metadata, Standard, metadata};
use crate::{
    Format,
    tests::{
        Tag, exif, exif_segment, iim, iim_segment, jpeg, png, resource, with_segments, xmp, xmp_segment,
    },
};

fn read(segments: &[(u8, Vec<u8>)]) -> Metadata {
    metadata(Format::Jpeg, &jpeg(1, 1, &[1, 2, 3], segments))
}

fn of_xmp(attributes: &str, elements: &str) -> Metadata {
    read(&[xmp_segment(&xmp(attributes, elements))])
}

#[test]
fn xmp_counts_before_iim_and_iim_before_exif_field_by_field() {
    let exif = exif(
        true,
        &[(0x010e, Tag::Ascii("by EXIF")), (0x013b, Tag::Ascii("A; B")), (0x8298, Tag::Ascii("© EXIF"))],
    );
    let iim = iim(&[(2, 120, b"by IIM"), (2, 80, b"I. I."), (2, 80, b"M. M."), (2, 110, b"IIM agency")]);
    let xmp = xmp("photoshop:Credit='XMP agency'", "");
    let said = read(&[exif_segment(&exif), iim_segment(&iim), xmp_segment(&xmp)]);
    assert_eq!(said.credit.as_deref(), Some("XMP agency"));
    assert_eq!(said.caption.any.as_deref(), Some("by IIM"));
    assert_eq!(said.creators, ["I. I.", "M. M."]);
    assert_eq!(said.copyright.as_deref(), Some("© EXIF"));
    let said = read(&[exif_segment(&exif)]);
    assert_eq!((said.caption.any.as_deref(), said.creators), (Some("by EXIF"), vec!["A".into(), "B".into()]));
}

#[test]
fn exif_reads_alike_in_both_byte_orders() {
    for little in [true, false] {
        let taken = vec![(0x9003, Tag::Ascii("2005:01:31 12:34:56")), (0x9011, Tag::Ascii("+04:00"))];
        let place = vec![(0x0002, Tag::Bytes(&[1; 24]))];
        let tags = [
            (0x010e, Tag::Ascii("Olympus Digital Camera   ")),
            (0x8298, Tag::Bytes(b"Photographer\0Editor\0")),
            (0x8769, Tag::Directory(taken)),
            (0x8825, Tag::Directory(place)),
        ];
        let said = read(&[exif_segment(&exif(little, &tags))]);
        assert_eq!(said.caption.any, None, "a camera's name is no caption");
        assert_eq!(said.copyright.as_deref(), Some("Photographer; Editor"));
        assert_eq!(said.created.as_deref(), Some("2005-01-31T12:34:56+04:00"));
        assert!(said.has_position);
    }
}

#[test]
fn iim_is_read_in_the_letters_that_it_tells() {
    let by = |charset: &[u8], name: &[u8]| {
        let sets = iim(&[(1, 90, charset), (2, 80, name)]);
        read(&[iim_segment(&sets)]).creators
    };
    assert_eq!(by(b"\x1b%G", "Լիլիթ".as_bytes()), ["Լիլիթ"]);
    assert_eq!(by(b"\x1b.A", b"Zo\xeb"), ["Zoë"]);
    assert_eq!(by(b"\x1b-L", &[0xbe, 0xdb, 0xd3, 0xd0]), ["Олга"]);
    assert_eq!(by(b"\x1b%G", b"Zo\xeb"), ["Zoë"], "said to be UTF-8, and is not");
    let untold = iim(&[(2, 80, "Ольга".as_bytes())]);
    assert_eq!(read(&[iim_segment(&untold)]).creators, ["Ольга"]);
}

#[test]
fn iim_may_go_on_in_the_next_segment_and_have_long_sets() {
    let mut sets = vec![0x1c, 2, 120, 0x80, 4];
    sets.extend(70_000_u32.to_be_bytes());
    sets.extend("x".repeat(70_000).bytes());
    sets.extend(iim(&[(2, 25, b"one"), (2, 25, b"two"), (2, 55, b"20050100")]));
    let resources = [resource(0x03ed, b"odd"), resource(0x0404, &sets)].concat();
    let segments: Vec<(u8, Vec<u8>)> =
        resources.chunks(60_000).map(|part| (0xed, [b"Photoshop 3.0\0", part].concat())).collect();
    let said = read(&segments);
    assert_eq!(said.caption.any.unwrap().len(), 20_000);
    assert_eq!(said.keywords, ["one", "two"]);
    assert_eq!(said.created.as_deref(), Some("2005-01"));
    assert!(said.broken.is_empty());
}

#[test]
fn xmp_is_read_from_elements_attributes_and_lists() {
    let said = of_xmp(
        "photoshop:Headline='Fire &amp; rain' xmpRights:WebStatement='https://a.example/terms'",
        "<dc:title><rdf:Alt><rdf:li xml:lang='de'>Titel</rdf:li><rdf:li xml:lang='x-default'>Title</rdf:li></rdf:Alt></dc:title>
         <dc:description><rdf:Alt><rdf:li xml:lang='x-default'>What &#x2014; <![CDATA[<b>]]></rdf:li>
         <rdf:li xml:lang='hy'>Ինչ</rdf:li><rdf:li xml:lang='en-GB'>Which</rdf:li></rdf:Alt></dc:description>
         <core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='en'>A dog</rdf:li></rdf:Alt></core:AltTextAccessibility>
         <dc:creator><rdf:Seq><rdf:li>One</rdf:li><rdf:li>Two</rdf:li></rdf:Seq></dc:creator>
         <dc:subject><rdf:Bag><rdf:li>k1</rdf:li><rdf:li> </rdf:li><rdf:li>k2</rdf:li></rdf:Bag></dc:subject>
         <photoshop:Source>Own</photoshop:Source>
         <photoshop:DateCreated>2005-01-31T12:00:00+04:00</photoshop:DateCreated>
         <exif:GPSLatitude>40,10.5N</exif:GPSLatitude>
         <ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</ext:DigitalSourceType>
         <mm:DerivedFrom rdf:parseType='Resource'><dc:rights>of another</dc:rights></mm:DerivedFrom>",
    );
    assert_eq!((said.title.as_deref(), said.headline.as_deref()), (Some("Title"), Some("Fire & rain")));
    assert_eq!(said.caption.any.as_deref(), Some("What — <b>"));
    let languages: Vec<(&str, &str)> =
        said.caption.by_language.iter().map(|(tag, text)| (&**tag, &**text)).collect();
    assert_eq!(languages, [("en-GB", "Which"), ("hy", "Ինչ")]);
    assert_eq!((said.alt.any, said.alt.by_language["en"].as_str()), (None, "A dog"));
    assert_eq!(
        (said.creators, said.keywords),
        (vec!["One".into(), "Two".into()], vec!["k1".to_owned(), "k2".into()])
    );
    assert_eq!(
        (said.source.as_deref(), said.created.as_deref()),
        (Some("Own"), Some("2005-01-31T12:00:00+04:00"))
    );
    assert_eq!(said.licence.url.as_deref(), Some("https://a.example/terms"));
    assert!(said.has_position && said.digital_source.unwrap().ends_with("trainedAlgorithmicMedia"));
    assert_eq!(said.copyright, None, "what another picture says is not ours");
}

#[test]
fn licence_and_licensors_are_read_in_each_form() {
    let licensors = |elements: &str| of_xmp("", elements).licence.licensors;
    let wanted = [
        Licensor { name: Some("Agency".into()), url: Some("https://agency.example".into()) },
        Licensor { name: Some("Other".into()), url: None },
    ];
    let as_elements = "<plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'><plus:LicensorName>Agency</plus:LicensorName>
        <plus:LicensorURL>https://agency.example</plus:LicensorURL></rdf:li>
        <rdf:li><rdf:Description><plus:LicensorName>Other</plus:LicensorName></rdf:Description></rdf:li></rdf:Seq></plus:Licensor>";
    let as_attributes = "<plus:Licensor><rdf:Seq><rdf:li plus:LicensorName='Agency' plus:LicensorURL='https://agency.example'/>
        <rdf:li><rdf:Description plus:LicensorName='Other'/></rdf:li></rdf:Seq></plus:Licensor>";
    assert_eq!(licensors(as_elements), wanted);
    assert_eq!(licensors(as_attributes), wanted);
    let said = of_xmp(
        "xmpRights:WebStatement='https://a.example/about'",
        "<cc:license rdf:resource='https://creativecommons.org/licenses/by/4.0/'/>
         <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang='x-default'>Not in print</rdf:li></rdf:Alt></xmpRights:UsageTerms>",
    );
    assert_eq!(said.licence.url.as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
    assert_eq!(said.licence.terms.as_deref(), Some("Not in print"));
}

#[test]
fn xmp_too_long_for_a_segment_is_put_together() {
    let packet = xmp("", "<photoshop:Credit>Long</photoshop:Credit>");
    let (first, second) = packet.as_bytes().split_at(packet.len() / 2);
    let part = |offset: usize, data: &[u8]| {
        let size = u32::try_from(packet.len()).unwrap().to_be_bytes();
        let offset = u32::try_from(offset).unwrap().to_be_bytes();
        (
            0xe1,
            [b"http://ns.adobe.com/xmp/extension/\0".as_slice(), &[b'A'; 32], &size, &offset, data].concat(),
        )
    };
    let said = read(&[part(first.len(), second), part(0, first)]);
    assert_eq!((said.credit.as_deref(), said.broken.len()), (Some("Long"), 0));
    let beyond = read(&[part(first.len(), second), part(packet.len(), first)]);
    assert_eq!((beyond.credit, beyond.broken.contains(&Standard::Xmp)), (None, true));
}

#[test]
fn utf16_is_read_and_entities_of_a_documents_own_are_not() {
    let packet = xmp("photoshop:Credit='Ագենտ'", "");
    let utf16: Vec<u8> = packet.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let segment = (0xe1, [b"http://ns.adobe.com/xap/1.0/\0".as_slice(), &utf16].concat());
    assert_eq!(read(&[segment]).credit.as_deref(), Some("Ագենտ"));
    let bomb = format!(
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>{}",
        xmp("", "<photoshop:Credit>&b;&amp;</photoshop:Credit>").split_once("?>").unwrap().1
    );
    assert_eq!(read(&[xmp_segment(&bomb)]).credit.as_deref(), Some("\u{fffd}&"));
}

#[test]
fn what_is_broken_is_said_and_what_stands_before_it_is_kept() {
    let torn = xmp("photoshop:Credit='Agency'", "<dc:rights>ours</dc:rights>").replace("</rdf:RDF>", "");
    let said = read(&[xmp_segment(&torn)]);
    assert_eq!((said.credit.as_deref(), said.copyright.as_deref()), (Some("Agency"), Some("ours")));
    assert!(said.broken.contains(&Standard::Xmp));
    let mut sets = iim(&[(2, 80, b"By")]);
    sets.extend([0x1c, 2, 120, 0x40, 0, b'x']);
    let said = read(&[iim_segment(&sets), exif_segment(b"no TIFF")]);
    assert_eq!(said.creators, ["By"]);
    assert!(said.broken.contains(&Standard::Iim) && said.broken.contains(&Standard::Exif));
    let deep = xmp("", &format!("{}{}", "<dc:rights>".repeat(500), "</dc:rights>".repeat(500)));
    assert!(read(&[xmp_segment(&deep)]).broken.contains(&Standard::Xmp));
}

#[test]
fn a_packed_text_that_grows_beyond_bounds_is_broken() {
    let bomb = crate::tests::deflated(&vec![b'0'; 30 << 20]);
    let chunk = [b"Raw profile type xmp\0\0".as_slice(), &bomb].concat();
    let said = metadata(Format::Png, &png(1, 1, 8, 0, &[(b"zTXt", chunk)], &[0, 0]));
    assert_eq!(said.broken.into_iter().collect::<Vec<_>>(), [Standard::Xmp]);
}

#[test]
fn metadata_of_a_jpeg_are_found_behind_filling_bytes() {
    let whole = with_segments(&[0xff, 0xd8, 0xff, 0xd9], &[iim_segment(&iim(&[(2, 80, b"By")]))]);
    let filled = [&whole[..2], &[0xff, 0xff, 0x00, 0x17], &whole[2..]].concat();
    assert_eq!(metadata(Format::Jpeg, &filled).creators, ["By"]);
}
