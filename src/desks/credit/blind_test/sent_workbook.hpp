// The prepared workbook as it travels with the mail (C4): kept among the documents before the mail is written, so that
// what the outbox shows is what left.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rule.hpp"
#include "desks/credit/blind_test/blind_test.hpp"
#include "floor/documents/documents.hpp"

namespace credit::blind_test {

inline constexpr base::Rule sent_workbook_rules[] = {
    MANDAT_RULE(
        "C4.mailed",
        "The mail that asks an underwriter carries the workbook prepared for him; he fills it in and hands it in "
        "behind his link. A reminder carries it again while nothing was answered"),
};

inline constexpr std::string_view test_subject = "credit.test";

base::Outcome<documents::Prepared> keep_workbook(platform::Platform& platform, identity::OrganisationId broker,
                                                 const std::string& code, const std::vector<TestLine>& lines,
                                                 const std::vector<KeptAnswer>& answers);

// To the test, for all who are asked; or to one submission, when it holds that insurer's answers.
documents::DocumentId attach_workbook(platform::Act& act, const BlindTest& test, const documents::Prepared& workbook,
                                      SubmissionId only_of = {});
// The one that the test was sent with; none: nobody was asked by mail.
documents::DocumentId workbook_of(db::Transaction& tx, const BlindTest& test);

}  // namespace credit::blind_test
