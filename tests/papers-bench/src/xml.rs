//! The invoice for machines, to weigh: as many elements as a Factur-X file of the profile EN 16931 has, not checked
//! against its rules.

use std::fmt::Write as _;

use documents::InvoiceFacts;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

pub fn invoice(facts: &InvoiceFacts) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rsm:CrossIndustryInvoice \
         xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\" \
         xmlns:ram=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\" \
         xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\">\n",
    );
    let number = facts.number.as_deref().unwrap_or_default();
    write!(
        xml,
        "<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017\
         </ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>\n\
         <rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>\
         <udt:DateTimeString format=\"102\">20260314</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>\n\
         <rsm:SupplyChainTradeTransaction>\n"
    )
    .unwrap();
    for (index, line) in facts.lines.iter().enumerate() {
        write!(
            xml,
            "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>{}</ram:LineID>\
             </ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>{}</ram:Name>\
             </ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>\
             <ram:ChargeAmount>{}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>\
             <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode=\"C62\">{}</ram:BilledQuantity>\
             </ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax>\
             <ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20\
             </ram:RateApplicablePercent></ram:ApplicableTradeTax>\
             <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>{}</ram:LineTotalAmount>\
             </ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>\
             </ram:IncludedSupplyChainTradeLineItem>\n",
            index + 1,
            escaped(&line.description),
            line.unit_price.0,
            line.quantity.0,
            line.amount.minor(),
        )
        .unwrap();
    }
    for (role, name, address) in [
        ("Seller", &facts.sender.name, &facts.sender.address),
        ("Buyer", &facts.recipient.name, &facts.recipient.address),
    ] {
        writeln!(
            xml,
            "<ram:{role}TradeParty><ram:Name>{}</ram:Name><ram:PostalTradeAddress><ram:LineOne>{}</ram:LineOne>\
             <ram:CountryID>GB</ram:CountryID></ram:PostalTradeAddress></ram:{role}TradeParty>",
            escaped(name),
            escaped(&address.join("; "))
        )
        .unwrap();
    }
    for sum in [
        "LineTotalAmount",
        "TaxBasisTotalAmount",
        "TaxTotalAmount",
        "GrandTotalAmount",
        "DuePayableAmount",
    ] {
        writeln!(xml, "<ram:{sum}>{}</ram:{sum}>", facts.sums.due.minor()).unwrap();
    }
    xml.push_str("</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>\n");
    xml
}
