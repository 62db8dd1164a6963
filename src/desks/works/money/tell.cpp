#include "desks/works/money/tell.hpp"

#include "desks/works/money/money_file.hpp"

namespace works::money {
namespace {

struct Named {
  std::string_view path, label;
};
Named named(Letter::Page page) {
  switch (page) {
    case Letter::Page::commissions:
      return {"/chantiers/commissions", "Vos commissions"};
    case Letter::Page::firm_bank:
      return {"/chantiers/reglages/banque", "Votre banque et votre mandat"};
    case Letter::Page::bonuses:
      return {"/travaux/primes", "Vos primes"};
    case Letter::Page::broker_settings:
      return {"/travaux/reglages", "Vos réglages"};
  }
  MANDAT_ASSERT(!"every page has its address");
  return {};
}

}  // namespace

void tell(platform::Act& act, identity::OrganisationId partner, const Letter& letter) {
  const auto page = named(letter.page);
  letters::tell_partner(act, partner, file_of(partner),
                        {.subject = letter.subject,
                         .paragraphs = letter.paragraphs,
                         .attachments = letter.attachments,
                         .page = std::string(page.path),
                         .page_label = std::string(page.label),
                         .pace = letter.pace});
}

}  // namespace works::money
