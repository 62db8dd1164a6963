#include "desks/works/file_kind.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/file/fact_words.hpp"
#include "desks/works/letters/post.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/works_delays.hpp"

namespace works {
namespace {

using identity::OrganisationKind;
using web::html::Url;

Url url(std::int64_t id, const identity::Actor& actor) {
  const bool reads_claims = actor.is(OrganisationKind::broker) || actor.is(OrganisationKind::administrator);
  return reads_claims ? Url::path("/travaux/dossiers/{}", id) : Url("/chantiers");
}

// W14: once a job has left a firm, what it was told while it held the job is no longer shown: contact details stand
// there.
bool told_while_held(const mandate::Mandate& mandate, base::Instant written) {
  const bool left = mandate.state == mandate::State::cancelled || mandate.state == mandate::State::withdrawn;
  return left && mandate.answered_at && mandate.ended_at && *mandate.answered_at <= written &&
         written < *mandate.ended_at;
}

bool may_read(db::Transaction& tx, const platform::FileRef& file, base::Instant written, const identity::Actor& actor) {
  if (actor.is(OrganisationKind::broker) || !actor.is(OrganisationKind::tradesman)) return true;
  auto mandates = mandate::of_claim(tx, ClaimId{file.id});
  std::erase_if(mandates, [&](const auto& mandate) { return mandate.tradesman != actor.organisation; });
  const auto holds = [](const auto& mandate) { return mandate::shows_contact_details(mandate.state); };
  if (std::any_of(mandates.begin(), mandates.end(), holds)) return true;
  return std::none_of(mandates.begin(), mandates.end(),
                      [&](const auto& mandate) { return told_while_held(mandate, written); });
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

visit::FileKind file_kind() {
  return {.kind = claim_file_kind, .url = url, .may_read = may_read, .delay_moved = delay_moved};
}

std::vector<std::pair<std::string_view, std::string>> words() {
  std::vector<std::pair<std::string_view, std::string>> rows{
      {"works.commission", "Commission sur chantier clos"},
      {"works.bonus", "Prime de dossier clôturé"},
  };
  for (const auto& word : file::fact_words()) rows.emplace_back(word.code, without_name(word.sentence));
  return rows;
}

}  // namespace works
