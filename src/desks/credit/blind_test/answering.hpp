// Keeping answers, whichever way they came (C5.history): what both the grid and the returned file share.
#pragma once

#include <map>
#include <string>

#include "desks/credit/blind_test/answerer.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/blind_test/typed_answer.hpp"

namespace credit::blind_test {

// A submission that may be answered, with what was answered so far.
class Answering {
 public:
  static base::Outcome<Answering> open(platform::Act& act, const Answerer& by, SubmissionId id);

  const Submission& submission() const { return submission_; }
  const BlindTest& test() const { return test_; }
  int revision(int line) const;

  // `read_at`: the revision that the writer saw; negative: unknown. A refusal says who was faster, in the field "k".
  enum class Kept { changed, as_it_was };
  base::Outcome<Kept> take(const TestLine& line, const Answer& answer, int read_at, bool validity_was_typed);
  int kept() const { return static_cast<int>(kept_.size()); }
  // Writes, counts, ends delays, tells the broker. The last call.
  void finish();

 private:
  Answering(platform::Act& act, const Answerer& by, Submission submission, BlindTest test)
      : act_(act), by_(by), submission_(std::move(submission)), test_(std::move(test)) {}

  platform::Act& act_;
  const Answerer& by_;
  Submission submission_;
  BlindTest test_;
  std::map<int, KeptAnswer> present_;
  std::vector<KeptAnswer> kept_;  // written at the end, together
};

}  // namespace credit::blind_test
