#include "desks/works/deposit/deposit.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/works/typed.hpp"
#include "floor/documents/held.hpp"
#include "floor/papers/pdf_text.hpp"
#include "web/html/elements.hpp"
#include "web/ui/notice.hpp"

namespace works::deposit {
namespace {

namespace html = web::html;
using html::Markup;
using papers::Prices;

bool differs(std::optional<base::Money> typed, std::optional<base::Money> read) {
  return typed && read && *typed != *read;
}

Proposal proposal(const visit::Visit& visit, const Deposit& deposit, Proposal::Because because) {
  return {.held = documents::hold(visit.platform, visit.actor().organisation, deposit.document),
          .filename = deposit.document.filename,
          .read = deposit.read.value_or(Prices{}),
          .because = because};
}

std::string amounts_text(const Prices& read) {
  std::string text;
  if (read.ht) text += base::french::euros(*read.ht) + " HT";
  if (read.vat) text += (text.empty() ? "" : ", ") + base::french::euros(*read.vat) + " de TVA";
  if (read.ttc) text += (text.empty() ? "" : " et ") + base::french::euros(*read.ttc) + " TTC";
  return text;
}

Markup explanation(const Proposal& proposal) {
  const std::string amounts = amounts_text(proposal.read);
  switch (proposal.because) {
    case Proposal::Because::left_empty:
      return web::ui::notice({web::ui::Tone::info, "Lu dans votre PDF : " + amounts,
                              proposal.read.why + " Vérifiez ces montants, puis confirmez."});
    case Proposal::Because::differs:
      return web::ui::notice({web::ui::Tone::warn, "Votre PDF indique " + amounts,
                              proposal.read.why + " Corrigez votre saisie, ou confirmez-la si elle est juste."});
    case Proposal::Because::refused:
      break;
  }
  return {};
}

}  // namespace

base::Outcome<Deposit> take(visit::Visit& visit, const std::string& file_field) {
  const auto& files = visit.request.files;
  const auto owner = visit.actor().organisation;
  const auto file = std::find_if(files.begin(), files.end(), [&](const web::UploadedFile& each) {
    return each.field == file_field && !each.filename.empty();
  });
  if (file == files.end()) {
    const auto held = documents::held(visit.platform, owner, visit.request.form.get(documents::held_field));
    if (!held) return base::Refusal{typed::file_missing, file_field};
    return Deposit{*held, std::nullopt};
  }
  auto prepared = visit.platform.documents.prepare(owner, *file, documents::Accept::pdf);
  if (!prepared) return prepared.refusals();
  const auto text = papers::text_of_pdf(visit.platform.documents.path_of(owner, prepared->sha256));
  return Deposit{std::move(prepared).value(), papers::read_prices(text.value_or(""))};
}

std::optional<Proposal> proposal_of(const visit::Visit& visit, const Deposit& deposit, const Typed& typed) {
  if (!deposit.read || !deposit.read->any()) return std::nullopt;
  const Prices& read = *deposit.read;
  const bool empty = !typed.ht || (typed.asks_ttc && !typed.ttc);
  if (differs(typed.ht, read.ht) || (typed.asks_ttc && (differs(typed.ttc, read.ttc) || differs(typed.vat, read.vat))))
    return proposal(visit, deposit, Proposal::Because::differs);
  if (empty) return proposal(visit, deposit, Proposal::Because::left_empty);
  return std::nullopt;
}

Proposal kept(const visit::Visit& visit, const Deposit& deposit) {
  return proposal(visit, deposit, Proposal::Because::refused);
}

Markup file_part(const std::optional<Proposal>& proposal, const web::ui::Field& file_field) {
  if (!proposal) return web::ui::file_field(file_field, {.accept = ".pdf"});
  web::ui::Field other = file_field;
  other.label = "Choisir un autre PDF";
  other.hint = "Sans autre choix, « " + proposal->filename + " » est gardé.";
  other.need = web::ui::Field::Need::optional;
  return explanation(*proposal) + web::ui::hidden_field(documents::held_field, proposal->held) +
         web::ui::file_field(other, {.accept = ".pdf"});
}

web::ui::Field with_amount(web::ui::Field field, const std::optional<Proposal>& proposal,
                           std::optional<base::Money> Prices::*which) {
  if (!proposal || !field.value.empty()) return field;
  constexpr std::string_view unit = "\u00A0€";  // stands beside the field
  if (const auto& amount = proposal->read.*which) field.value = base::french::euros(*amount);
  if (field.value.ends_with(unit)) field.value.resize(field.value.size() - unit.size());
  return field;
}

}  // namespace works::deposit
