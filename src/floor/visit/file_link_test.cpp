#include "floor/visit/file_link.hpp"

#include <gtest/gtest.h>

namespace visit {
namespace {

TEST(FileInAnAddress, IsReadBackAsItWasWritten) {
  const platform::FileRef file{"works.claim", 42};
  EXPECT_EQ(to_text(file), "works.claim-42");
  EXPECT_EQ(file_from_text("works.claim-42"), file);
}

TEST(FileInAnAddress, IsNoneForWhatIsNot) {
  for (const std::string_view text : {"", "-", "works.claim", "works.claim-", "works.claim-0", "works.claim-4x", "-42",
                                      "works.claim-99999999999999999999"})
    EXPECT_EQ(file_from_text(text), std::nullopt) << text;
}

}  // namespace
}  // namespace visit
