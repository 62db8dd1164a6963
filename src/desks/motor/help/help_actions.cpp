#include <algorithm>

#include "base/text.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/file/siret_search.hpp"
#include "desks/motor/help/help.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/messages/grouping.hpp"

namespace motor::help {
namespace {

constexpr int most_named = 5;       // files of one plate
constexpr int most_sirets = 5'000;  // of a firm's files
constexpr std::size_t most_alike = 10;

std::vector<std::string> own_sirets(db::Transaction& tx, identity::OrganisationId repairer) {
  std::vector<std::string> sirets;
  for (const auto& one : attachment::of_repairer(tx, repairer))
    if (std::find(sirets.begin(), sirets.end(), one.siret) == sirets.end()) sirets.push_back(one.siret);
  return sirets;
}

// The one of his that it resembles most.
std::pair<std::string, Likeness> nearest(std::string_view siret, const std::vector<std::string>& own) {
  constexpr Likeness best_first[] = {Likeness::same, Likeness::swapped, Likeness::same_siren, Likeness::few_digits};
  for (const auto wanted : best_first)
    for (const auto& one : own)
      if (likeness(siret, one) == wanted) return {one, wanted};
  return {};
}

platform::FileRef file_of(MessageId id) { return {"motor.help", id.value}; }

}  // namespace

std::vector<Hint> hints_for(db::Transaction& tx, identity::OrganisationId cabinet, identity::OrganisationId repairer,
                            std::string_view about) {
  const auto own = own_sirets(tx, repairer);
  std::vector<Hint> hints;
  if (!about.empty())
    for (const auto& file : file::named(tx, cabinet, about, most_named)) {
      if (file.repairer == repairer) continue;
      const auto [resembled, how] = nearest(file.siret, own);
      hints.push_back({file.id, file.reference, file.siret, 1, resembled, how});
    }
  std::vector<std::string> alike;
  for (auto& siret : file::sirets_of(tx, cabinet, most_sirets))
    if (probable_typo(nearest(siret, own).second) && alike.size() < most_alike) alike.push_back(std::move(siret));
  for (const auto& [firm, siret, files] : file::unseen_with(tx, cabinet, alike)) {
    const auto [resembled, how] = nearest(siret, own);
    hints.push_back({.siret = siret, .files = files, .own = resembled, .likeness = how});
  }
  return hints;
}

base::Outcome<MessageId> ask(platform::Act& act, const identity::Actor& repairer, identity::OrganisationId cabinet,
                             const Asked& asked) {
  const auto attachments = attachment::of_repairer(act.tx, repairer.organisation);
  if (std::none_of(attachments.begin(), attachments.end(),
                   [&](const attachment::Attachment& one) { return one.cabinet == cabinet; }))
    return base::Refusal{firm_missing, "cabinet"};
  if (count_waiting(act.tx, cabinet, repairer.organisation) >= most_waiting.value()) return base::Refusal{too_many};
  const Message message{.id = {act.ids.next()},
                        .cabinet = cabinet,
                        .repairer = repairer.organisation,
                        .by = repairer.account,
                        .about = asked.about,
                        .said = asked.said,
                        .at = act.now};
  insert(act.tx, message, hints_for(act.tx, cabinet, repairer.organisation, asked.about));
  audit::record(act, {"motor.help.asked", file_of(message.id), {}});
  messages::enqueue(act,
                    {.channel = messages::Channel::notice,
                     .to = {.organisation = cabinet},
                     .subject = base::squeeze("Un réparateur ne trouve pas un dossier : " + repairer.organisation_name),
                     .body = asked.about.empty() ? asked.said : asked.about});
  return message.id;
}

base::Outcome<base::Done> answer(platform::Act& act, const identity::Actor& cabinet, MessageId id,
                                 std::string_view text) {
  auto message = find(act.tx, id);
  if (!message || message->cabinet != cabinet.organisation) return unknown;
  if (message->answered_at) return base::Refusal{answered};
  message->answer = base::trim(text);
  if (message->answer.empty()) return base::Refusal{answer_missing, "answer"};
  if (base::count_code_points(message->answer) > static_cast<std::size_t>(longest_message.value()))
    return base::Refusal{too_long, "answer", {std::to_string(longest_message.value())}};
  message->answered_at = act.now;
  message->answered_by = cabinet.account;
  save_answer(act.tx, *message);
  audit::record(act, {"motor.help.answered", file_of(id), {}});
  const auto asker = identity::account(act.tx, message->by);
  MANDAT_ASSERT(asker);
  messages::inform(
      act, {.to = {message->repairer, message->by, asker->email.text()},
            .topic = "motor.help",
            .subject = base::squeeze("Réponse de " + cabinet.organisation_name),
            .notice = message->answer,
            .mail = cabinet.organisation_name + " répond à votre message" +
                    (message->about.empty() ? "" : " sur « " + message->about + " »") + " :\n\n" + message->answer +
                    "\n\n" + std::string(messages::site_placeholder) + "/reparateurs/aide"});
  return base::Done{};
}

}  // namespace motor::help
