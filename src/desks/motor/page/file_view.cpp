#include "desks/motor/page/file_view.hpp"

#include <algorithm>

#include "floor/documents/documents_by_id.hpp"
#include "floor/visit/page.hpp"

namespace motor::page {

std::optional<FileView> load(db::Transaction& tx, FileId id, const visit::Visit& visit) {
  const identity::Actor& actor = visit.actor();
  auto file = file::find(tx, id, actor);
  if (!file) return std::nullopt;
  auto history = file::history(tx, id);
  std::vector<identity::OrganisationId> organisations{file->cabinet};
  if (file->repairer) organisations.push_back(file->repairer);
  std::vector<identity::AccountId> accounts;
  for (const auto& change : history) {
    organisations.push_back(change.organisation);
    accounts.push_back(change.account);
  }
  auto papers = document::of_file(tx, *file, actor);
  std::vector<documents::DocumentId> named;
  for (const auto& paper : papers) named.push_back(paper.document);
  const auto asked = file::last_asked(tx, id);
  const auto turn = document::turn(*file, papers, asked);
  auto delays = deadlines::of_file(tx, file_of(id));
  std::erase_if(delays, [](const deadlines::Deadline& delay) { return delay.state != deadlines::State::pending; });
  auto board = schedule::board_of(tx, *file, actor);
  auto supplements = supplement::of_file(tx, *file, actor);
  const bool firm = file->cabinet == actor.organisation;
  auto photos = photos::set_of(tx, *file);
  if (!firm) photos.earlier.clear();
  return FileView{.file = *file,
                  .reader = firm ? Reader::firm : Reader::repairer,
                  .may_act = identity::at_least(actor.role, identity::Role::member),
                  .papers = std::move(papers),
                  .files = documents::find_all(tx, named),
                  .agreement = document::payment_agreement(tx, *file),
                  .history = std::move(history),
                  .asked = asked,
                  .turn = turn,
                  .photos = std::move(photos),
                  .delays = std::move(delays),
                  .drafts = firm ? std::vector<document::Draft>{} : document::drafts_of(tx, id, actor, visit.now),
                  .board = std::move(board),
                  .supplements = std::move(supplements),
                  .names = identity::Names(tx, std::move(organisations), std::move(accounts)),
                  .now = visit.now,
                  .csrf_token = visit::csrf_token(visit)};
}

schedule::Reading dates_of(const FileView& view) {
  const auto reminder = std::find_if(view.delays.begin(), view.delays.end(), [](const deadlines::Deadline& delay) {
    return delay.rule == reminder::deadline_rule;
  });
  return {.file = view.file,
          .board = view.board,
          .side = view.firm() ? file::Side::cabinet : file::Side::repairer,
          .may_act = view.may_act && view.open(),
          .now = view.now,
          .csrf_token = view.csrf_token,
          .typed = view.typed,
          .next_reminder = reminder == view.delays.end() ? std::nullopt : std::optional(reminder->due)};
}

}  // namespace motor::page
