#include <algorithm>
#include <set>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/motor/document/tidings.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/supplement/supplement.hpp"
#include "floor/identity/accounts.hpp"

namespace motor::supplement {
namespace {

// In the history of the file: its state follows where the table lets it.
void tell_history(platform::Act& act, file::File& file, const std::string& words) {
  const auto event = file::Event::supplement_received;
  if (file::next(file.position, event) && file::apply(act, file, event, words).ok()) return;
  file::remark(act, file, "supplement_sent", words);
}

std::string size_words(const Supplement& supplement) {
  std::string words = base::french::plural(static_cast<std::int64_t>(supplement.lines.size()), "ligne", "lignes");
  return words + ", " + base::french::plural(supplement.photos, "photo", "photos");
}

std::string_view remark_of(State state) {
  if (state == State::accepted) return "supplement_accepted";
  return state == State::partly ? "supplement_partly" : "supplement_refused";
}

base::Refusal too_late(platform::Act& act, const Supplement& supplement) {
  const auto account = identity::account(act.tx, supplement.decided_by);
  return {already_decided,
          "",
          {std::string(label(supplement.state)), account ? account->name : "le cabinet",
           base::french::instant_medium(supplement.decided_at.value_or(act.now))}};
}

// The same words and photographs, not yet answered: the answer to the first sending was lost on its way (M25.upload).
std::optional<SupplementId> already_sent(platform::Act& act, const file::File& file, const identity::Actor& repairer,
                                         const std::vector<std::string>& lines,
                                         const std::vector<documents::Prepared>& photos) {
  std::optional<std::vector<documents::Document>> kept;  // read once, and only if there is something to compare
  for (const Supplement& before : of_file(act.tx, file, repairer)) {
    const bool same_words = std::equal(before.lines.begin(), before.lines.end(), lines.begin(), lines.end(),
                                       [](const Line& line, const std::string& said) { return line.said == said; });
    if (before.state != State::sent || before.repairer != repairer.organisation || !same_words) continue;
    if (!kept) kept = documents::of_file(act.tx, file_of(file.id));
    std::set<std::string> then, now;
    for (const auto& one : *kept)
      if (one.subject_kind == subject_kind && one.subject_id == before.id.value) then.insert(one.sha256);
    for (const auto& one : photos) now.insert(one.sha256);
    if (then == now) return before.id;
  }
  return std::nullopt;
}

}  // namespace

base::Outcome<SupplementId> send(platform::Act& act, const identity::Actor& repairer, FileId id,
                                 const Sending& sending) {
  auto file = file::find(act.tx, id, repairer);
  if (!file || file->repairer != repairer.organisation) return unknown;
  if (file->position.state == file::State::closed) return file_closed;
  const auto lines = content(sending.comment, sending.photos.size());
  if (!lines) return lines.refusals();
  if (const auto before = already_sent(act, *file, repairer, *lines, sending.photos)) return *before;
  Supplement supplement{.id = {act.ids.next()},
                        .file = id,
                        .cabinet = file->cabinet,
                        .repairer = repairer.organisation,
                        .sent_at = act.now,
                        .sent_by = repairer.account,
                        .photos = static_cast<std::int64_t>(sending.photos.size())};
  for (const auto& said : *lines) supplement.lines.push_back({.said = said});
  insert(act.tx, supplement);
  for (const auto& photo : sending.photos)
    documents::attach(act, photo,
                      {.owner = repairer.organisation,
                       .file = file_of(id),
                       .subject_kind = subject_kind,
                       .subject_id = supplement.id.value,
                       .kind = photo_kind});
  tell_history(act, *file, size_words(supplement));
  document::tell_cabinet(act, *file, "Complément de réparation à décider", size_words(supplement) + ".");
  return supplement.id;
}

base::Outcome<base::Done> decide(platform::Act& act, const identity::Actor& cabinet, SupplementId id,
                                 const std::vector<LineAnswer>& answers, std::string_view typed) {
  auto supplement = find(act.tx, id);
  const auto file = supplement ? file::find(act.tx, supplement->file) : std::nullopt;
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  MANDAT_ASSERT(answers.size() == supplement->lines.size());
  if (supplement->state != State::sent) return too_late(act, *supplement);
  auto refusals = check(answers);
  const std::string answer = base::squeeze(typed);
  if (base::count_code_points(answer) > static_cast<std::size_t>(longest_line.value()))
    refusals.push_back({line_too_long, "answer", {std::to_string(longest_line.value())}});
  if (!refusals.empty()) return refusals;
  supplement->state = transitions.next(supplement->state, event_of(answers)).value();
  supplement->decided_at = act.now;
  supplement->decided_by = cabinet.account;
  supplement->answer = answer;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    supplement->lines[i].verdict = answers[i].verdict;
    supplement->lines[i].answer = base::squeeze(answers[i].text);
  }
  save(act.tx, *supplement);
  file::remark(act, *file, remark_of(supplement->state), answer);
  if (supplement->repairer == file->repairer)
    document::notice(act, *file, file->repairer, file::remark_label(remark_of(supplement->state)),
                     answer.empty() ? size_words(*supplement) + "." : answer);
  return base::Done{};
}

}  // namespace motor::supplement
