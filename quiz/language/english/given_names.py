"""Common given names of men and women: a closed list."""

from quiz.language.english.wordlists import words

MEN = words(
    """
Adam Adrian Alan Albert Alexander Alfred Allan Allen Andrew Anthony Antonio Arthur Ben
Benjamin Bernard Bill Bob Brian Bruce Carl Carlos Charles Chris Christopher Colin Daniel
David Dennis Donald Douglas Dominic Edgar Edmund Edward Edwin Eric Erik Ernest Felix
Francis Frank Franz Frederic Frederick Fred Gareth Gary Geoffrey George Georges Gerald
Giovanni Gordon Graham Gregory Gustav Hans Harold Harry Henri Henry Herbert Howard Hugh
Hugo Ian Isaac Ivan Jack Jacob Jacques James Jan Jason Jean Jeffrey Jeremy Jim Joe Johann
Johannes John Jonathan José Joseph Joshua Juan Julian Karl Keith Kenneth Kevin Lars
Lawrence Leon Leonard Leslie Lewis Louis Luca Luis Luke Malcolm Marcus Mark Martin Matthew
Max Michael Miguel Mike Mohammed Muhammad Neil Nicholas Nikolai Noah Norman Oliver Oscar
Oskar Otto Patrick Paul Pedro Peter Philip Pierre Rafael Ralph Raymond Richard Robert
Roger Ronald Roy Rupert Samuel Scott Sebastian Simon Stanley Stephen Steven Stuart Thomas
Timothy Tom Tony Victor Vincent Vladimir Walter Wilhelm Will William Winston
"""
)
WOMEN = words(
    """
Ada Adele Agatha Agnes Alexandra Alice Amanda Amelia Amy Andrea Angela Anita Anna Anne
Annie Audrey Barbara Beatrice Beatrix Betty Brenda Camilla Carmen Carol Caroline Catherine
Cecilia Charlotte Chloe Christina Christine Clara Claire Clare Claudia Daisy Deborah Diana
Doris Dorothy Edith Eleanor Elena Elisabeth Elizabeth Ella Ellen Elsa Emily Emma Esther
Eva Eve Evelyn Fanny Fiona Florence Frances Frida Gabriela Georgia Gertrude Gloria Grace
Greta Hannah Harriet Helen Helena Hilda Ida Ingrid Irene Iris Isabel Isabella Jane Janet
Jennifer Jenny Jessica Joan Joanna Josephine Judith Julia Julie Karen Kate Katharine
Katherine Kathleen Laura Lena Linda Lily Lisa Louise Lucia Lucy Lydia Mabel Margaret
Margarete Maria Marian Marie Marina Marion Martha Mary Matilda Maud Maya Michelle Mildred
Miriam Molly Monica Nancy Natalie Nina Nora Olga Olivia Pamela Patricia Paula Pauline
Priya Rachel Rebecca Rita Rosa Rosalind Rose Ruth Sally Sandra Sara Sarah Sheila Sofia
Sophia Sophie Stella Susan Sylvia Teresa Theresa Ursula Vera Victoria Virginia Wendy
Winifred Yvonne
"""
)
