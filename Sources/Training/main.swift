print("quandian-train: nothing to train yet")
