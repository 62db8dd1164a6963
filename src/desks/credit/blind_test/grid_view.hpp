// The grid of a submission: one row a buyer, the answers and what they were before.
#pragma once

#include <string>
#include <vector>

#include "desks/credit/blind_test/underwriter_link.hpp"
#include "web/ui/form.hpp"

namespace credit::blind_test {

inline constexpr int rows_a_page = 100;  // four fields a row: well below what one form may hold

struct GridView {
  GridDoor door;
  Submission submission;
  BlindTest test;
  std::string asker;   // the broker, for the underwriter
  std::string client;  // named tests, and the broker himself; empty otherwise
  std::vector<TestLine> lines;
  std::vector<KeptAnswer> answers;
  std::vector<KeptAnswer> amended;  // by line, then oldest first
  bool may_answer;
  int page;

  int pages() const { return static_cast<int>((test.buyers + rows_a_page - 1) / rows_a_page); }
  const KeptAnswer* answer(int line) const;
};

web::html::Markup grid(const GridView& view, const web::ui::FormState& state, base::Day today);

// What was typed into the grid after the test was closed, and says more than what is kept (C5.late); nothing: nothing.
web::html::Markup late_answers(const GridView& view, const web::Fields& form);

// "Accord partiel, 40 000,00 €, si bilan reçu", with its day: an answer told in one line.
std::string told(const KeptAnswer& answer);

}  // namespace credit::blind_test
