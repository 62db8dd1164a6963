#include "desks/motor/document/turn.hpp"

#include <utility>

namespace motor::document {

Turn turn(const file::File& file, const std::vector<Paper>& papers, const std::optional<file::Asked>& asked) {
  const bool documents = file.position.state == file::State::awaiting_documents;
  if (!documents && file.position.state != file::State::awaiting_invoice) return Turn::none;
  if (documents && !asked) return Turn::none;
  std::vector<Answer> sent;
  for (const Paper& paper : papers) {
    const bool his = paper.way == Way::sent && file.repairer && paper.author == file.repairer;
    // Two things of one instant: the later one has the greater id.
    const bool after = !documents || std::pair(paper.at, paper.id.value) > std::pair(asked->at, asked->id);
    if (his && after) sent.push_back({paper.kind, paper.verdict});
  }
  return documents ? turn_of_documents(sent) : turn_of_invoice(sent);
}

Turn turn(db::Transaction& tx, const file::File& file) {
  return turn(file, all_of_file(tx, file.id), file::last_asked(tx, file.id));
}

void follow(platform::Act& act, const file::File& file, file::Event event) {
  if (file.position.state == file::State::closed) wait_no_more(act.tx, file.id);
  if (event == file::Event::reopened) wait_again(act.tx, file);
}

}  // namespace motor::document
