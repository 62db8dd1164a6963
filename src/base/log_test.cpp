#include "base/log.hpp"

#include <gtest/gtest.h>

TEST(Log, writes_an_event_as_one_line_of_JSON) {
  EXPECT_EQ(
      base::log_line({0}, base::Severity::error, "deadline_failed", {{"rule", "W15.answer"}, {"error", "a \"b\"\n"}}),
      R"({"at":"1970-01-01T00:00:00Z","level":"error","event":"deadline_failed","rule":"W15.answer","error":"a \"b\"\u000a"})"
      "\n");
}
