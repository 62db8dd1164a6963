// The tests' main(): as the program's, it is also the confined child of the document store.
#include <gmock/gmock.h>

#include "floor/documents/confined_child.hpp"

int main(int argc, char** argv) {
  documents::run_confined_child(argc, argv);
  testing::InitGoogleMock(&argc, argv);
  return RUN_ALL_TESTS();
}
