// What insurers answered on one company, in whatever file of a broker (C20).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desks/credit/blind_test/blind_test.hpp"

namespace credit::blind_test {

struct AnswerOn {
  std::string insurer, insurer_name;
  Answer answer;
  base::Money asked;
  base::Instant answered_at;
};
// The newest 200 at most, newest first. The broker's own files only (P2), or one of them.
std::vector<AnswerOn> answers_on(db::Transaction& tx, identity::OrganisationId broker, std::string_view country,
                                 std::string_view identifier);
std::vector<AnswerOn> answers_on(db::Transaction& tx, PlacementId placement, std::string_view country,
                                 std::string_view identifier);

}  // namespace credit::blind_test
