#include "desks/credit/blind_test/sent_workbook.hpp"

#include "desks/credit/blind_test/answers_file.hpp"
#include "floor/documents/own_file.hpp"

namespace credit::blind_test {
namespace {

constexpr std::string_view workbook_kind = "answers_workbook";

}  // namespace

base::Outcome<documents::Prepared> keep_workbook(platform::Platform& platform, identity::OrganisationId broker,
                                                 const std::string& code, const std::vector<TestLine>& lines,
                                                 const std::vector<KeptAnswer>& answers) {
  return documents::keep_own_workbook(platform.documents, broker, answers_file(code, lines, answers), code + ".xlsx");
}

documents::DocumentId attach_workbook(platform::Act& act, const BlindTest& test, const documents::Prepared& workbook,
                                      SubmissionId only_of) {
  return documents::attach(act, workbook,
                           {.owner = test.broker,
                            .file = file_of(test.placement),
                            .subject_kind = only_of ? submission_subject : test_subject,
                            .subject_id = only_of ? only_of.value : test.id.value,
                            .kind = workbook_kind});
}

documents::DocumentId workbook_of(db::Transaction& tx, const BlindTest& test) {
  for (const auto& document : documents::of_file(tx, file_of(test.placement)))
    if (document.kind == workbook_kind && document.subject_kind == test_subject && document.subject_id == test.id.value)
      return document.id;
  return {};
}

}  // namespace credit::blind_test
