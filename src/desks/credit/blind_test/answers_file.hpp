// The prepared workbook (C4): the list as it was asked, a column for each part of an answer; and what comes back in it.
#pragma once

#include <string>

#include "base/rule.hpp"
#include "desks/credit/blind_test/answerer.hpp"
#include "floor/platform/platform.hpp"
#include "floor/tables/row_reader.hpp"
#include "floor/tables/writing.hpp"

namespace credit::blind_test {

inline constexpr base::Rule answers_file_rules[] = {
    MANDAT_RULE("C4.file",
                "The prepared workbook carries the test's code, each buyer's line and the revision it was written at, "
                "and nothing of the client; a file of another test is refused, a row that was changed meanwhile told"),
};

inline constexpr base::RefusalCode other_test{base::RefusalKind::invalid, "credit.file.other_test"};  // {0} {1} codes
inline constexpr base::RefusalCode no_file{base::RefusalKind::invalid, "credit.file.none"};
inline constexpr base::RefusalCode other_line{base::RefusalKind::invalid, "credit.file.other_line"};
inline constexpr base::RefusalCode line_twice{base::RefusalKind::invalid, "credit.file.line_twice"};  // {0} line
inline constexpr base::RefusalCode past_day{base::RefusalKind::invalid, "credit.file.past_day"};

// `code` of the test.
std::string answers_file(const std::string& code, const std::vector<TestLine>& lines,
                         const std::vector<KeptAnswer>& answers);

struct Filed {
  int kept = 0;
  tables::Problems problems;
};
// The sound rows are kept, the others told with their line. Refused whole: another test's, no table.
base::Outcome<Filed> file_answers(platform::Platform& platform, const Answerer& by, SubmissionId id,
                                  const tables::Grid& grid);

}  // namespace credit::blind_test
