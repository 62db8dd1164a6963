// The signed mandate as a PDF: its text, and how it was agreed to (W27, P9).
#include "base/french.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "floor/papers/paper.hpp"

namespace works::debit_mandate {

std::string evidence_pdf(const DebitMandate& mandate, std::string_view signer) {
  const auto& terms = mandate.terms;
  const std::string whole = text(terms);
  const auto title_end = whole.find('\n');
  papers::Paper paper({.title = whole.substr(0, title_end),
                       .author = terms.creditor.substr(0, terms.creditor.find('\n')),
                       .subject = "RUM " + terms.reference,
                       .made = mandate.signed_at,
                       .footer = "RUM " + terms.reference});
  paper.paragraph(whole.substr(title_end + 2));
  paper.heading("Preuve de la signature");
  paper.facts({{"Signé le", base::french::instant_medium(mandate.signed_at)},
               {"Par", std::string(signer)},
               {"Code à usage unique envoyé à", mandate.code_sent_to},
               {"Empreinte SHA-256 du texte", mandate.text_sha256}});
  paper.note(
      "L’empreinte est celle du texte ci-dessus, titre compris, codé en UTF-8, tel qu’il était affiché au moment "
      "du consentement.");
  return paper.finish();
}

}  // namespace works::debit_mandate
