// What a blind test writes, and to whom. Nothing here knows the client's name: it cannot be told by mistake (C5).
#pragma once

#include "desks/credit/blind_test/blind_test.hpp"
#include "floor/documents/documents.hpp"
#include "floor/platform/act.hpp"

namespace credit::blind_test::letters {

// `workbook`: what travels with the mail; none: it only tells where it is.
void ask(platform::Act& act, const BlindTest& test, const Submission& submission, const std::string& broker,
         documents::DocumentId workbook);
void chase(platform::Act& act, const BlindTest& test, const Submission& submission, const std::string& broker,
           documents::DocumentId workbook);
// Its delay is over, and an answer still taken.
void too_late(platform::Act& act, const BlindTest& test, const Submission& submission, const std::string& broker,
              documents::DocumentId workbook);
void put_off(platform::Act& act, const BlindTest& test, const Submission& submission, const std::string& broker);
// To the broker
void all_answered(platform::Act& act, const BlindTest& test);
void still_silent(platform::Act& act, const BlindTest& test, const Submission& submission);

}  // namespace credit::blind_test::letters
