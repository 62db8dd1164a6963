// What the floor's pages ask of a claim: its page, what follows a moved delay, the French of the desk's codes.
#include "desks/works/desk.hpp"

#include "base/french.hpp"
#include "desks/works/admission/admission_pages.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/discipline/discipline_pages.hpp"
#include "desks/works/document_access.hpp"
#include "desks/works/file/fact_words.hpp"
#include "desks/works/file/watched_delays.hpp"
#include "desks/works/letters/post.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/money/money_desk.hpp"
#include "desks/works/money/money_file.hpp"
#include "desks/works/works_delays.hpp"

namespace works {
namespace {

using identity::OrganisationKind;
using web::html::Url;

Url url(std::int64_t id, const identity::Actor& actor) {
  const bool reads_claims = actor.is(OrganisationKind::broker) || actor.is(OrganisationKind::administrator);
  return reads_claims ? Url::path("/travaux/dossiers/{}", id) : Url::path("/chantiers/dossiers/{}", id);
}

// P4: the list shows the new instant; the firm that owes the act and the broker read the reason.
void delay_moved(platform::Act& act, const deadlines::Deadline& delay) {
  const ClaimId id{delay.file.id};
  lot::project(act, id);
  if (!delay.owner) return;
  const auto claim = claim::find(act.tx, id);
  MANDAT_ASSERT(claim);
  const std::string subject = "Échéance reportée : " + std::string(delay_label(delay.rule));
  const std::string text = claim->reference + " : jusqu’au " +
                           base::french::instant_weekday(deadlines::shown(delay.due)) + ". Motif : " + delay.reason;
  letters::notice(act, *claim, letters::contact_of_broker(act.tx, *claim), subject, text);
  if (delay.owner != claim->broker)
    letters::notice(act, *claim, letters::contact_of_firm(act.tx, delay.owner), subject, text);
}

// The journal's lines name no firm: its id stands among their details.
std::string without_name(std::string_view sentence) {
  constexpr std::string_view firm = "{firm}";
  std::string text(sentence);
  const auto at = text.find(firm);
  return at == std::string::npos ? text : text.replace(at, firm.size(), "l’entreprise");
}

}  // namespace

std::vector<visit::FileKind> file_kinds() {
  return {{.kind = claim_file_kind,
           .url = url,
           .may_read = may_read_messages,
           .readers = {OrganisationKind::broker, OrganisationKind::administrator, OrganisationKind::tradesman},
           .delay_moved = delay_moved},
          admission::file_kind(),
          money::file_kind()};
}

visit::WatchedDelays watched_delays() { return file::watched_delays; }

std::vector<std::pair<std::string_view, std::string>> words() {
  std::vector<std::pair<std::string_view, std::string>> rows{
      {"works.commission", "Commission sur chantier clos"},
      {"works.bonus", "Prime de dossier clôturé"},
  };
  for (const auto& [code, french] : admission::words()) rows.emplace_back(code, french);
  for (const auto& [code, french] : money::words()) rows.emplace_back(code, french);
  for (const auto& [code, french] : discipline::words()) rows.emplace_back(code, french);
  for (const auto& word : file::fact_words()) rows.emplace_back(word.code, without_name(word.sentence));
  return rows;
}

}  // namespace works
